import { seedOf } from '@/lib/classroom/variant'
import { type Reply, refuse } from '@/lib/protocol/replies'
import type { SolutionLine } from '@/lib/protocol/solution'
import type { StepAddress } from '@/lib/protocol/step-address'
import { keyOf } from '@/lib/protocol/step-key'
import { spoken } from '../../spoken'
import { worked } from '../board/show'
import type { Room } from '../room/room'
import { notOnDesk } from './desk-for'

/** The worked solution of a step that was revealed, for a student who asks, with the student's own numbers ([G11]). */
export async function solution(
  room: Room,
  studentId: string,
  on: StepAddress,
): Promise<Reply<{ lines: SolutionLine[] }>> {
  const absent = await notOnDesk(room, studentId, keyOf(on))
  if (absent) return spoken(absent)
  const { state } = room
  const student = state.students.get(studentId)
  if (!student) return refuse('signed-out', 'You are not in this class any more.')
  if (!state.pacing.revealed.has(keyOf(on))) {
    return refuse('closed', 'Your teacher has not shown the solution of this step.')
  }
  return worked(room, { ...on, seed: seedOf(state, student, on.version) })
}
