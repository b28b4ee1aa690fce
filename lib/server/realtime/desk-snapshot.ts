import { deskExercise, deskPacing, latestAnswers, stepHints, stepRecord } from '@/lib/classroom/desk-view'
import { isReleased } from '@/lib/classroom/pacing'
import type { ClassState, Student } from '@/lib/classroom/state'
import { seedOf } from '@/lib/classroom/variant'
import type { DeskSnapshot, RevealedStep, StepHints } from '@/lib/protocol/desk'
import type { PublicExercise } from '@/lib/protocol/exercise'
import { stepKey, stepOfKey } from '@/lib/protocol/step-key'
import { submissionsById } from '../db/submissions'
import { answeredText } from './answered'
import type { Room } from './room'

/** A student's whole desk as it is now; null where the student is not in the class. Rejects with `NotPrepared`. */
export async function deskSnapshot(room: Room, studentId: string): Promise<DeskSnapshot | null> {
  const { state } = room
  const before = state.students.get(studentId)
  if (!before) return null
  const latest = latestAnswers(state, studentId)
  const [rows, exercises, revealed] = await Promise.all([
    submissionsById(studentId, [...latest.keys()]),
    exercisesOf(room, state, before),
    revealedTo(room, state, before),
  ])
  const student = room.state.students.get(studentId)
  if (!student) return null
  // Sent after the acknowledgement of an answer that came in meanwhile, older records would undo it on the page.
  if (student.cells !== before.cells || student.hints !== before.hints || !sameSettings(room.state, state)) {
    return deskSnapshot(room, studentId)
  }
  const { record } = room
  return {
    student: { id: student.id, name: student.name },
    class: { id: record.id, title: record.title },
    exercises,
    records: rows.flatMap(row => {
      const found = latest.get(row.id)
      return found ? [stepRecord(found.key, found.cell, answeredText(row), state.pacing)] : []
    }),
    pacing: deskPacing(state.pacing, Date.now(), false),
    hints: hintsOf(room, state, student),
    revealed,
  }
}

function sameSettings(a: ClassState, b: ClassState): boolean {
  return a.chosen === b.chosen && a.pacing === b.pacing
}

async function exercisesOf(room: Room, state: ClassState, student: Student): Promise<PublicExercise[]> {
  const shown = await Promise.all(
    state.chosen
      .filter(version => !state.pacing.withheld.has(version))
      .map(async version => {
        const prepared = room.exercise(version)
        const view = prepared && (await room.views.variant(prepared, seedOf(state, student, version)))
        return view ? deskExercise(view, state.pacing) : null
      }),
  )
  return shown.filter(exercise => exercise !== null)
}

async function revealedTo(room: Room, state: ClassState, student: Student): Promise<RevealedStep[]> {
  const shown = await Promise.all(
    [...state.pacing.revealed].map(async (key): Promise<RevealedStep | null> => {
      const { version, step } = stepOfKey(key)
      const prepared = room.exercise(version)
      if (!prepared || !isReleased(state.pacing, version, step)) return null
      const cells = await room.views.solution(prepared, step, seedOf(state, student, version))
      return cells && { version, step, cells: [...cells] }
    }),
  )
  return shown.filter(solution => solution !== null)
}

function hintsOf(room: Room, state: ClassState, student: Student): StepHints[] {
  return state.chosen.flatMap(version =>
    [...(room.exercise(version)?.hints ?? [])].flatMap(([step, texts]) =>
      isReleased(state.pacing, version, step)
        ? [stepHints(student, stepKey(version, step), texts, state.pacing)]
        : [],
    ),
  )
}
