import type { Speaker } from '@/lib/words/argument'
import { type Desk, type DeskExercise, deskOf } from './desk'
import { noExceptions, pacingFor } from './exceptions'
import type { LockedView } from './open-part'
import type { Pacing } from './pacing'
import type { ClassState, Student } from './state'
import { saidTo } from './talk-view'

/** The desk of a student of a live class; `exercises` are with the student's numbers of now (`seedOf`). */
export function studentDesk(
  state: ClassState,
  student: Student,
  exercises: readonly DeskExercise[],
  say: Speaker,
): Desk {
  return deskOf({
    exercises,
    pacing: pacingFor(state.pacing, student.exceptions),
    excused: student.exceptions.excused,
    cells: student.cells,
    hintsGiven: student.hints,
    said: () => saidTo(state, student),
    say,
  })
}

/** The desk of somebody who has answered nothing: what everybody may see. Without `say` it has no sentences. */
export function nobodysDesk(pacing: Pacing, exercises: readonly LockedView[], say: Speaker = () => ''): Desk {
  return deskOf({
    exercises: exercises.map(({ view, locks }) => ({ view, locks, seed: 0, hints: new Map() })),
    pacing,
    excused: noExceptions.excused,
    cells: new Map(),
    hintsGiven: new Map(),
    said: () => ({ messages: [], poll: null }),
    say,
  })
}
