import { useMemo, useRef } from 'react'
import type { BoardState } from '@/lib/client/board-state'
import type { BoardStudent } from '@/lib/protocol/board'

/**
 * The board without names and student numbers, for a projector that mirrors the teacher's screen. Who came first is
 * `Student 1`, and stays that. Students who have not changed keep the same object.
 */
export function useNameless(board: BoardState | null, hidden: boolean): BoardState | null {
  const numbers = useRef(new Map<string, number>())
  const known = useRef(new WeakMap<BoardStudent, BoardStudent>())
  return useMemo(() => {
    if (!board || !hidden) return board
    const nameless = (student: BoardStudent): BoardStudent => {
      const before = known.current.get(student)
      if (before) return before
      const number = numbers.current.get(student.id) ?? numbers.current.size + 1
      numbers.current.set(student.id, number)
      const { number: _, ...rest } = student
      const after = { ...rest, name: `Student ${number}` }
      known.current.set(student, after)
      return after
    }
    return {
      ...board,
      students: new Map([...board.students].map(([id, student]) => [id, nameless(student)])),
    }
  }, [board, hidden])
}
