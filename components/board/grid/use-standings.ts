import { useMemo, useRef } from 'react'
import { type BoardState, cellsOf } from '@/lib/client/board-state'
import type { BoardExercise } from '@/lib/protocol/board'
import { type Pace, paceOf } from '../pacing/pace-of'
import { useTimeUp } from '../pacing/use-time-up'
import { type Standing, standingOf } from './standing'

interface Known {
  readonly exercise: BoardExercise
  readonly pace: Pace
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
  const timeUp = useTimeUp(board.endsAt)
  const { pacing } = board
  const pace = useMemo(() => (exercise ? paceOf(pacing, exercise, timeUp) : null), [pacing, exercise, timeUp])
  const known = useRef<Known | null>(null)
  return useMemo(() => {
    if (!exercise || !pace) return []
    const { current } = known
    const asBefore = current?.exercise === exercise && current.pace === pace && current.now === now
    const before = asBefore ? current.standings : null
    const standings = new Map(
      [...board.students.values()].map(student => {
        const cells = cellsOf(board, student.id)
        const old = before?.get(student.id)
        const same = old?.student === student && old.cells === cells
        return [student.id, same ? old : standingOf(student, cells, exercise, now, pace)]
      }),
    )
    known.current = { exercise, pace, now, standings }
    return [...standings.values()]
  }, [board, exercise, pace, now])
}
