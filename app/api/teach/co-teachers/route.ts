import { CoTeacher } from '@/lib/protocol/http'
import { changeCoTeacher } from '@/lib/server/auth/classes'
import { answering } from '../../answering'
import { forTeacher } from '../../signed-in'

export const POST = answering(
  CoTeacher,
  forTeacher((message, teacher) => changeCoTeacher(teacher.who.id, message)),
)
