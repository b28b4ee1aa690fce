import { useMemo, useRef } from 'react'
import { type BoardState, cellsOf } from '@/lib/client/board-state'
import type { BoardExercise } from '@/lib/protocol/board'
import { type Standing, standingOf } from './standing'

interface Known {
  readonly exercise: BoardExercise
  readonly now: number
  readonly standings: ReadonlyMap<string, Standing>
}

/**
 * How every student stands in an exercise. Students who have not changed keep the same object, because a delta is
 * about a few of 500.
 */
export function useStandings(
  board: BoardState,
  exercise: BoardExercise | undefined,
  now: number,
): readonly Standing[] {
  const known = useRef<Known | null>(null)
  return useMemo(() => {
    if (!exercise) return []
    const { current } = known
    const before = current?.exercise === exercise && current.now === now ? current.standings : null
    const standings = new Map(
      [...board.students.values()].map(student => {
        const cells = cellsOf(board, student.id)
        const old = before?.get(student.id)
        const same = old?.student === student && old.cells === cells
        return [student.id, same ? old : standingOf(student, cells, exercise, now)]
      }),
    )
    known.current = { exercise, now, standings }
    return [...standings.values()]
  }, [board, exercise, now])
}
