import { OpenClass } from '@/lib/protocol/http'
import { openClass } from '@/lib/server/auth/classes'
import { answering } from '../../answering'
import { forTeacher } from '../../signed-in'

export const POST = answering(
  OpenClass,
  forTeacher(async (message, teacher) => {
    const opened = await openClass(teacher.who.id, message.title)
    return opened.ok ? { ok: true, body: { class: opened.class.id } } : opened
  }),
)
