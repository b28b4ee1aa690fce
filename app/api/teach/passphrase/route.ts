import { SetPassphrase } from '@/lib/protocol/http'
import { changePassphrase } from '@/lib/server/auth/teachers'
import { answering } from '../../answering'
import { forTeacher } from '../../signed-in'

export const POST = answering(
  SetPassphrase,
  forTeacher((message, teacher) =>
    changePassphrase({ id: teacher.who.id, session: teacher.session }, message.passphrase),
  ),
)
