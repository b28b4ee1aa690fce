import type { Desk } from '@/lib/classroom/desk'
import type { ClassState } from '@/lib/classroom/state'
import type { DeskSnapshot, RevealedStep } from '@/lib/protocol/desk'
import { addressOf } from '@/lib/protocol/step-key'
import type { ClassRecord } from '../../db/classes'
import { submissionsById } from '../../db/submissions'
import { answeredText } from '../room/answered'
import { type DeskClass, deskFor } from './desk-for'

interface NamedClass extends DeskClass {
  readonly record: ClassRecord
  /** Ids of entries that were merged into others, by the one that was kept. */
  readonly merged: ReadonlyMap<string, readonly string[]>
}

/** A student's whole desk as it is now; null where the student is not in the class. Rejects with `NotPrepared`. */
export async function deskSnapshot(room: NamedClass, studentId: string): Promise<DeskSnapshot | null> {
  const { state } = room
  const before = await deskFor(room, studentId)
  if (!before) return null
  const [rows, revealed] = await Promise.all([
    submissionsById(studentId, [...before.answers().keys()]),
    revealedOn(before, room),
  ])
  const desk = await deskFor(room, studentId)
  const student = room.state.students.get(studentId)
  if (!desk || !student) return null
  // An answer may have come in meanwhile, and older records would undo it on the page, so the snapshot is made again.
  if (!sameDesk(room.state, state, studentId)) return deskSnapshot(room, studentId)
  const { record } = room
  const was = room.merged.get(studentId) ?? []
  const answers = desk.answers()
  const excused = desk.excused()
  const now = Date.now()
  return {
    student: { id: student.id, name: student.name, ...(was.length > 0 && { was: [...was] }) },
    class: { id: record.id, title: record.title },
    exercises: desk.exercises(),
    records: rows.flatMap(row => {
      const step = answers.get(row.id)
      return (step && desk.record(step, answeredText(row))) ?? []
    }),
    pacing: desk.pacing(now),
    hints: desk.hints(),
    revealed,
    ...(excused.length > 0 && { excused }),
    hand: student.hand !== null,
    talk: desk.talk(now),
  }
}

/** Whether a student's answers, hints and exceptions, and the class's settings, are the same in both. */
function sameDesk(a: ClassState, b: ClassState, id: string): boolean {
  const [now, before] = [a.students.get(id), b.students.get(id)]
  const same = now?.cells === before?.cells && now?.hints === before?.hints
  const alike = now?.exceptions === before?.exceptions
  return same && alike && a.chosen === b.chosen && a.pacing === b.pacing
}

/** The solutions that were revealed, for the student's own numbers. */
async function revealedOn(desk: Desk, room: NamedClass): Promise<RevealedStep[]> {
  const solutions = await Promise.all(
    desk.revealed().map(async (key): Promise<RevealedStep | null> => {
      const { version, step } = addressOf(key)
      const [prepared, seed] = [room.exercise(version), desk.seed(version)]
      const cells = prepared && seed !== null && (await room.shelf.solution(prepared, step, seed))
      return cells ? { version, step, cells: [...cells] } : null
    }),
  )
  return solutions.filter(solution => solution !== null)
}
