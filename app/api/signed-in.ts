import { type Refusal, refuse } from '@/lib/protocol/replies'
import { type Signed, teacherAsking } from '@/lib/server/auth/who'
import type { TeacherRecord } from '@/lib/server/db/teachers'
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
  return refuse('signed-out', 'You are signed out. Please sign in again.')
}
