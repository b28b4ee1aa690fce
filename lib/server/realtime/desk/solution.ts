import { type OrRefused, refused } from '@/lib/classroom/refusal'
import { seedOf } from '@/lib/classroom/variant'
import type { SolutionLine } from '@/lib/protocol/solution'
import type { StepAddress } from '@/lib/protocol/step-address'
import { keyOf } from '@/lib/protocol/step-key'
import { message } from '@/lib/words/message'
import { worked } from '../board/show'
import type { Room } from '../room/room'
import { notOnDesk } from './desk-for'

/** The worked solution of a step that was revealed, for a student who asks, with the student's own numbers ([G11]). */
export async function solution(
  room: Room,
  studentId: string,
  on: StepAddress,
): Promise<OrRefused<{ lines: SolutionLine[] }>> {
  const absent = await notOnDesk(room, studentId, keyOf(on))
  if (absent) return absent
  const { state } = room
  const student = state.students.get(studentId)
  if (!student) return refused('signed-out', message('desk.not-in-class'))
  if (!state.pacing.revealed.has(keyOf(on))) return refused('closed', message('desk.solution-not-shown'))
  return worked(room, { ...on, seed: seedOf(state, student, on.version) })
}
