'use client'

import { useState } from 'react'
import type { BoardState } from '@/lib/client/board-state'
import type { BoardExercise } from '@/lib/protocol/board'
import type { StepAddress } from '@/lib/protocol/step-address'
import type { Chosen } from './grid/class-grid'
import type { Order } from './grid/standing'
import { frontOf, type Whereabouts, whereTheClassIs } from './grid/whereabouts'
import type { BoardLook } from './network/view-toggle'

/** What the teacher looks at, and how. */
export interface Look {
  readonly exercise: BoardExercise | undefined
  readonly onVersion: (version: string) => void
  /** The cell whose attempts are shown. */
  readonly chosen: Chosen | null
  readonly onChoose: (chosen: Chosen | null) => void
  /** Shows a cell, of another exercise too. */
  readonly onCell: (student: string, at: StepAddress) => void
  readonly order: Order
  readonly onOrder: (order: Order) => void
  readonly shape: BoardLook
  readonly onShape: (shape: BoardLook) => void
  /** The step that is meant where none is named: of the chosen cell, else where most of the class is. */
  readonly step: string | null
}

export function useLook(board: BoardState | null, everyone: readonly Whereabouts[]): Look {
  const [version, setVersion] = useState<string | null>(null)
  const [opened, setOpened] = useState<string | null>(null)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [order, setOrder] = useState<Order>('needs')
  const [shape, setShape] = useState<BoardLook>('grid')
  const there = board && whereTheClassIs(board, everyone)
  // From the first answer that it knows on, the board stays where it opened: nothing changes under a teacher's eyes.
  const begun = everyone.some(({ student }) => student.lastAnswerAt !== null)
  if (opened === null && begun && there) setOpened(there)
  const exercise = [version, opened, there]
    .map(wanted => board?.exercises.find(one => one.version === wanted))
    .find(found => found !== undefined)
  const step = chosen?.step ?? (board && exercise ? frontOf(board, everyone, exercise) : null)
  return {
    exercise,
    onVersion: next => {
      setVersion(next)
      setChosen(null)
    },
    chosen,
    onChoose: setChosen,
    onCell: (student, at) => {
      setVersion(at.version)
      setChosen({ student, step: at.step })
    },
    order,
    onOrder: setOrder,
    shape,
    onShape: setShape,
    step,
  }
}
