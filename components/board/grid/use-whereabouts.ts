import { useMemo, useRef } from 'react'
import { type BoardState, cellsOf } from '@/lib/client/board-state'
import { onTheDesks, type Whereabouts, whereaboutsOf } from './whereabouts'

interface Known {
  readonly board: BoardState
  readonly all: ReadonlyMap<string, Whereabouts>
}

/** Where everybody is. Who has not changed is not looked at again, because a delta is about a few of 500. */
export function useWhereabouts(board: BoardState | null): readonly Whereabouts[] {
  const known = useRef<Known | null>(null)
  return useMemo(() => {
    if (!board) return []
    const { exercises, pacing, students } = board
    const { current } = known
    const before =
      current?.board.exercises === exercises && current.board.pacing === pacing ? current.all : null
    const released = onTheDesks(exercises, pacing)
    const all = new Map(
      [...students.values()].map(student => {
        const cells = cellsOf(board, student.id)
        const old = before?.get(student.id)
        const same = old?.student === student && old.cells === cells
        return [student.id, same ? old : whereaboutsOf(student, cells, exercises, released, pacing)]
      }),
    )
    known.current = { board, all }
    return [...all.values()]
  }, [board])
}
