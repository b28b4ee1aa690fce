import type { Desk, DeskExercise } from '@/lib/classroom/desk'
import { notWorkedOn } from '@/lib/classroom/desk-refusals'
import { type Refused, refused } from '@/lib/classroom/refusal'
import type { ClassState, Student } from '@/lib/classroom/state'
import { studentDesk } from '@/lib/classroom/student-desk'
import { seedOf } from '@/lib/classroom/variant'
import { type StepKey, versionOf } from '@/lib/protocol/step-key'
import { message } from '@/lib/words/message'
import { sentenceOf } from '@/lib/words/sentence'
import { type ClassExercise, NotPrepared, type Shelf } from '../room/shelf'

/** What a desk is made from: a class's state as it is now, and the exercises that it works on. */
export interface DeskClass {
  readonly state: ClassState
  readonly shelf: Shelf
  exercise(version: string): ClassExercise | undefined
}

/**
 * A student's desk as it is now, with these of the class's exercises (all where none are named); null where the student is
 * not in the class. Rejects with `NotPrepared` where the numbers cannot be prepared now.
 */
export function deskFor(
  room: DeskClass,
  studentId: string,
  versions?: readonly string[],
): Promise<Desk | null> {
  return deskMade(room, studentId, (state, student) =>
    (versions ?? state.chosen).map(version => withNumbers(room, state, student, version)),
  )
}

/** A desk that names steps and gives out nothing with numbers in it. */
export type NamingDesk = Omit<Desk, 'exercises'>

/**
 * The same, as far as it can be told quickly: only exercises with a kept-back part are prepared, because what is kept
 * back depends on the numbers. One that cannot be prepared counts as not on the desk.
 */
export function namingDeskFor(room: DeskClass, studentId: string): Promise<NamingDesk | null> {
  return deskMade(room, studentId, (state, student) =>
    state.chosen.map(async version => {
      const prepared = room.exercise(version)
      return prepared && prepared.locks.length === 0
        ? lying(prepared, prepared, seedOf(state, student, version))
        : withNumbers(room, state, student, version).catch(() => null)
    }),
  )
}

/** Makes a desk of the state of now. Where the student's numbers changed while they were read, they are read again. */
async function deskMade(
  room: DeskClass,
  studentId: string,
  read: (state: ClassState, student: Student) => Promise<DeskExercise | null>[],
): Promise<Desk | null> {
  for (;;) {
    const { state } = room
    const student = state.students.get(studentId)
    if (!student) return null
    const exercises = await Promise.all(read(state, student))
    const now = room.state.students.get(studentId)
    if (!now) return null
    if (!sameNumbers(room.state, state)) continue
    return deskIn(
      room.state,
      now,
      exercises.filter(one => one !== null),
    )
  }
}

/** A student's desk with the exercise of a step, or why there is none now. */
export async function deskAt(
  room: DeskClass,
  studentId: string,
  step: StepKey,
): Promise<{ ok: true; desk: Desk } | Refused> {
  try {
    const desk = await deskFor(room, studentId, [versionOf(step)])
    return desk ? { ok: true, desk } : notWorkedOn
  } catch (error) {
    if (!(error instanceof NotPrepared)) throw error
    return refused('busy', message('desk.not-prepared'), 2000)
  }
}

/** Why a student cannot work at a step; null where the student can. */
export async function notOnDesk(room: DeskClass, studentId: string, step: StepKey): Promise<Refused | null> {
  const found = await deskAt(room, studentId, step)
  return found.ok ? found.desk.absence(step) : found
}

/** How many parts of an exercise were, and are, kept back from a student. */
export async function keptBack(
  room: DeskClass,
  version: string,
  student: string,
  states: readonly ClassState[],
): Promise<number[]> {
  const is = room.state.students.get(student)
  const exercise = is ? await withNumbers(room, room.state, is, version) : null
  return states.map(state => {
    const known = state.students.get(student)
    return known && exercise ? deskIn(state, known, [exercise]).keptBack(version) : 0
  })
}

function deskIn(state: ClassState, student: Student, exercises: readonly DeskExercise[]): Desk {
  return studentDesk(state, student, exercises, sentenceOf)
}

/** Null where the exercise is on no desk, or has no such numbers. */
async function withNumbers(
  room: DeskClass,
  state: ClassState,
  student: Student,
  version: string,
): Promise<DeskExercise | null> {
  const prepared = room.exercise(version)
  if (!prepared || state.pacing.withheld.has(version)) return null
  const seed = seedOf(state, student, version)
  const numbered = await room.shelf.variant(prepared, seed)
  return numbered && lying(prepared, numbered, seed)
}

function lying(
  { hints }: ClassExercise,
  { view, locks }: Pick<DeskExercise, 'view' | 'locks'>,
  seed: number,
): DeskExercise {
  return { view, locks, seed, hints }
}

/** Whether everybody has the same exercises with the same numbers in both. */
function sameNumbers(a: ClassState, b: ClassState): boolean {
  return (
    a.chosen === b.chosen &&
    a.drawing === b.drawing &&
    a.pacing.ownNumbers === b.pacing.ownNumbers &&
    a.pacing.withheld === b.pacing.withheld
  )
}
