import { stepRecord } from '@/lib/classroom/desk-view'
import type { StepRecord } from '@/lib/protocol/desk'
import type { StepKey } from '@/lib/protocol/step-key'
import type { StoredSubmission } from '../db/submissions'
import { answeredText } from './answered'
import type { Room } from './room'

/** What a student's desk shows of a stored answer; null where the student is gone. */
export function recordOf(room: Room, key: StepKey, row: StoredSubmission): StepRecord | null {
  const cell = room.state.students.get(row.studentId)?.cells.get(key)
  return cell ? stepRecord(key, cell, answeredText(row)) : null
}
