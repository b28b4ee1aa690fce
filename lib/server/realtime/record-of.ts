import { stepRecord } from '@/lib/classroom/desk-view'
import { cellAt } from '@/lib/classroom/variant'
import type { StepRecord } from '@/lib/protocol/desk'
import type { StepKey } from '@/lib/protocol/step-key'
import type { StoredSubmission } from '../db/submissions'
import { answeredText } from './answered'
import type { Room } from './room'

/** What a student's desk shows of a stored answer; null where the student is gone, or works with other numbers now. */
export function recordOf(room: Room, key: StepKey, row: StoredSubmission): StepRecord | null {
  const { state } = room
  const cell = cellAt(state, state.students.get(row.studentId), key)
  return cell ? stepRecord(key, cell, answeredText(row), state.pacing) : null
}
