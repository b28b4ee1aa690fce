import { stateAt } from '@/lib/client/board-state'
import type { BoardExercise } from '@/lib/protocol/board'
import type { ClassStanding } from '@/lib/protocol/projector'
import type { Standing } from '../grid/standing'

/** How the class stands with every step of an exercise, by the step's id. */
export function classStandings(
  standings: readonly Standing[],
  exercise: BoardExercise,
): ReadonlyMap<string, ClassStanding> {
  return new Map(
    exercise.steps.map(({ id }) => {
      const counted = { right: 0, follows: 0, answered: 0, wrong: 0, working: 0, revealed: 0 }
      for (const { cells } of standings) {
        const state = stateAt(cells, { version: exercise.version, step: id })
        if (state !== 'untouched') counted[state] += 1
      }
      return [id, { step: id, ...counted, of: standings.length }]
    }),
  )
}
