import type { Refusal } from '@/lib/protocol/replies'
import { type Signed, teacherAsking } from '@/lib/server/auth/who'
import type { TeacherRecord } from '@/lib/server/db/teachers'
import { refusal } from '@/lib/server/spoken'
import { message } from '@/lib/words/message'
import type { Answer, Asking } from './answering'

/** A route for teachers: `work` runs only for one who is signed in. */
export function forTeacher<Message>(
  work: (message: Message, teacher: Signed<TeacherRecord>, asking: Asking) => Promise<Answer>,
): (message: Message, asking: Asking) => Promise<Answer> {
  return async (message, asking) => {
    const teacher = await teacherAsking(asking.cookies)
    return teacher ? work(message, teacher, asking) : signedOut()
  }
}

export function signedOut(): Refusal {
  return refusal('signed-out', message('board.signed-out'))
}
