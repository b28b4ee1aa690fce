import { OpenClass } from '@/lib/protocol/http'
import { classCodes } from '@/lib/server/auth/budgets'
import { openClass } from '@/lib/server/auth/classes'
import { answering } from '../../answering'
import { forTeacher } from '../../signed-in'

export const POST = answering(
  OpenClass,
  forTeacher(async (message, teacher, asking) => {
    const opened = await openClass(teacher.who.id, message.title)
    // The code will be typed from the teacher's address, where a neighbour's wrong codes must not keep the class out.
    if (opened.ok) classCodes.right(asking.address, opened.class.code)
    return opened.ok ? { ok: true, body: { class: opened.class.id } } : opened
  }),
)
