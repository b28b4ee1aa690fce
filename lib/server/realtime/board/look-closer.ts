import type { z } from 'zod/mini'
import { notWorkedOn } from '@/lib/classroom/desk-refusals'
import { mistakesToMend } from '@/lib/classroom/mistakes'
import type { OrRefused } from '@/lib/classroom/refusal'
import { verdictOf } from '@/lib/classroom/state'
import type { AskDesk, AskTyped, DeskStep, Typed, TypedAnswers } from '@/lib/protocol/board-asks'
import { limits } from '@/lib/protocol/limits'
import { stepKey } from '@/lib/protocol/step-key'
import { submissionsById } from '../../db/submissions'
import { answeredText, attempt } from '../room/answered'
import { noSuchStudent } from '../room/nobody'
import type { Room } from '../room/room'

/** The different texts of those whose latest answer to a step is this mistake. */
export async function typedAt(
  room: Room,
  { version, step, mistake }: z.infer<typeof AskTyped>,
): Promise<TypedAnswers> {
  const key = stepKey(version, step)
  const making = [...room.state.students.keys()].flatMap(id => {
    const cell = room.cellAt(id, key)
    return cell && verdictOf(cell) === 'wrong' && mistakesToMend(cell).includes(mistake)
      ? [{ id, latest: cell.latest.id }]
      : []
  })
  const read = making.slice(0, limits.typedRead)
  const rows = await Promise.all(read.map(({ id, latest }) => submissionsById(id, [latest])))
  const byText = new Map<string, Typed>()
  for (const row of rows.flat()) {
    const known = byText.get(row.cells)
    if (known) known.students.push(row.studentId)
    else {
      const { cells, result } = answeredText(row)
      byText.set(row.cells, { cells, verdicts: result.cells, students: [row.studentId] })
    }
  }
  const typed = [...byText.values()]
    .sort((a, b) => b.students.length - a.students.length)
    .slice(0, limits.typedShown)
  const told = typed.reduce((sum, { students }) => sum + students.length, 0)
  return { typed, more: making.length - told }
}

/**
 * What a student has on the desk in one exercise, with the student's own numbers. Steps with neither an answer nor a
 * hint are left out.
 */
export async function deskOfStudent(
  room: Room,
  { student: id, version }: z.infer<typeof AskDesk>,
): Promise<OrRefused<{ steps: DeskStep[] }>> {
  const student = room.state.students.get(id)
  if (!student) return noSuchStudent
  const exercise = room.exercise(version)
  if (!exercise) return notWorkedOn
  const stepIds = exercise.view.flow.flatMap(part => (part.type === 'step' ? [part.step.id] : []))
  const latest = new Map(
    stepIds.flatMap(step => {
      const cell = room.cellAt(id, stepKey(version, step))
      return cell ? [[step, cell.latest.id] as const] : []
    }),
  )
  const rows = new Map((await submissionsById(id, [...latest.values()])).map(row => [row.id, row]))
  return {
    ok: true,
    steps: stepIds.flatMap(step => {
      const row = rows.get(latest.get(step) ?? '')
      const given = student.hints.get(stepKey(version, step)) ?? 0
      const hints = (exercise.hints.get(step) ?? []).slice(0, given)
      return row || hints.length > 0 ? [{ step, latest: row ? attempt(row) : null, hints }] : []
    }),
  }
}
