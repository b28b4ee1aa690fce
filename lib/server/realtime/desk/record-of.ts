import { type AnsweredText, stepRecord } from '@/lib/classroom/desk-view'
import { cellAt } from '@/lib/classroom/variant'
import type { StepKey } from '@/lib/protocol/step-key'
import type { StepRecord } from '@/lib/protocol/step-record'
import type { Room } from '../room/room'

/** What a student's desk shows of a stored answer; null where the student is gone, or works with other numbers now. */
export function recordOf(
  room: Room,
  studentId: string,
  key: StepKey,
  answered: AnsweredText,
): StepRecord | null {
  const { state } = room
  const cell = cellAt(state, state.students.get(studentId), key)
  return cell ? stepRecord(key, cell, answered, state.pacing) : null
}
