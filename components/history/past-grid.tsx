'use client'

import { useMemo, useState } from 'react'
import { type Chosen, ClassGrid } from '@/components/board/grid/class-grid'
import { standingOf } from '@/components/board/grid/standing'
import { paceOf } from '@/components/board/pacing/pace-of'
import { type PastBoard, pastCells } from '@/lib/client/replay'
import type { BoardExercise } from '@/lib/protocol/board'

interface PastGridProps {
  board: PastBoard
  exercise: BoardExercise
  /** The moment shown, in Unix milliseconds. */
  at: number
}

/** The board's grid as it was, sorted by name, because moving rows would be hard to follow in quick motion. */
export function PastGrid({ board, exercise, at }: PastGridProps) {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const standings = useMemo(() => {
    // When a countdown ended is in no row; the pause after it often is.
    const pace = paceOf(board.pacing, exercise, false)
    return [...board.students.values()].map(student =>
      standingOf(student, pastCells(board, student.id), exercise, at, pace),
    )
  }, [board, exercise, at])
  return (
    <ClassGrid
      key={exercise.version}
      exercise={exercise}
      standings={standings}
      order="name"
      chosen={chosen}
      onChoose={setChosen}
      pacing={board.pacing}
      onHead={() => undefined}
      onStudent={() => undefined}
    />
  )
}
