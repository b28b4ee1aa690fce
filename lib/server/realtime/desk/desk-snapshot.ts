import { deskExercise, deskPacing, latestAnswers, stepHints, stepRecord } from '@/lib/classroom/desk-view'
import { isOnDesk, type Locked, openPart } from '@/lib/classroom/open-part'
import type { ClassState, Student } from '@/lib/classroom/state'
import { deskTalk } from '@/lib/classroom/talk-view'
import { seedOf } from '@/lib/classroom/variant'
import type { DeskSnapshot, RevealedStep, StepHints } from '@/lib/protocol/desk'
import { addressOf, type StepKey, stepKey } from '@/lib/protocol/step-key'
import type { ClassRecord } from '../../db/classes'
import { submissionsById } from '../../db/submissions'
import { answeredText } from '../room/answered'
import type { Prepared, Views } from '../room/views'

/** What a desk is read from: a class's state as it is now, and the exercises that it works on. */
export interface DeskSource {
  readonly record: ClassRecord
  readonly state: ClassState
  readonly views: Views
  /** Ids of entries that were merged into others, by the one that was kept. */
  readonly merged: ReadonlyMap<string, readonly string[]>
  exercise(version: string): Prepared | undefined
}

/** A student's whole desk as it is now; null where the student is not in the class. Rejects with `NotPrepared`. */
export async function deskSnapshot(room: DeskSource, studentId: string): Promise<DeskSnapshot | null> {
  const { state } = room
  const before = state.students.get(studentId)
  if (!before) return null
  const latest = latestAnswers(state, studentId)
  const [rows, parts] = await Promise.all([
    submissionsById(studentId, [...latest.keys()]),
    partsOf(room, state, before),
  ])
  const shown = (key: StepKey): boolean => {
    const { version, step } = addressOf(key)
    const part = parts.get(version)
    return part !== undefined && isOnDesk(part, state, before, step)
  }
  const revealed = await revealedTo(room, state, before, shown)
  const student = room.state.students.get(studentId)
  if (!student) return null
  // Sent after the acknowledgement of an answer that came in meanwhile, older records would undo it on the page.
  if (
    student.cells !== before.cells ||
    student.hints !== before.hints ||
    student.hand !== before.hand ||
    !sameSettings(room.state, state)
  ) {
    return deskSnapshot(room, studentId)
  }
  const { record } = room
  const was = room.merged.get(studentId) ?? []
  return {
    student: {
      id: student.id,
      name: student.name,
      ...(was.length > 0 && { was: [...was] }),
    },
    class: { id: record.id, title: record.title },
    exercises: [...parts.values()].flatMap(({ view, locks }) => {
      const released = deskExercise(view, state.pacing)
      return released ? [openPart({ view: released, locks }, state, before)] : []
    }),
    records: rows.flatMap(row => {
      const found = latest.get(row.id)
      return found && shown(found.key)
        ? [stepRecord(found.key, found.cell, answeredText(row), state.pacing)]
        : []
    }),
    pacing: deskPacing(state.pacing, Date.now(), shown),
    hints: hintsOf(room, state, student, shown),
    revealed,
    hand: student.hand !== null,
    talk: deskTalk(room.state, student, Date.now(), shown),
  }
}

function sameSettings(a: ClassState, b: ClassState): boolean {
  return a.chosen === b.chosen && a.pacing === b.pacing
}

/** The exercises that are not withheld, with the student's numbers. */
async function partsOf(room: DeskSource, state: ClassState, student: Student): Promise<Map<string, Locked>> {
  const shown = await Promise.all(
    state.chosen
      .filter(version => !state.pacing.withheld.has(version))
      .map(async version => {
        const prepared = room.exercise(version)
        const part = prepared && (await room.views.variant(prepared, seedOf(state, student, version)))
        return part ? ([version, part] as const) : null
      }),
  )
  return new Map(shown.filter(part => part !== null))
}

type Shown = (key: StepKey) => boolean

async function revealedTo(
  room: DeskSource,
  state: ClassState,
  student: Student,
  shown: Shown,
): Promise<RevealedStep[]> {
  const solutions = await Promise.all(
    [...state.pacing.revealed].filter(shown).map(async (key): Promise<RevealedStep | null> => {
      const { version, step } = addressOf(key)
      const prepared = room.exercise(version)
      const cells = prepared && (await room.views.solution(prepared, step, seedOf(state, student, version)))
      return cells ? { version, step, cells: [...cells] } : null
    }),
  )
  return solutions.filter(solution => solution !== null)
}

function hintsOf(room: DeskSource, state: ClassState, student: Student, shown: Shown): StepHints[] {
  return state.chosen.flatMap(version =>
    [...(room.exercise(version)?.hints ?? [])].flatMap(([step, texts]) => {
      const key = stepKey(version, step)
      return shown(key) ? [stepHints(student, key, texts, state.pacing)] : []
    }),
  )
}
