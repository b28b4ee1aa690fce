'use client'

import { type ReactNode, useMemo } from 'react'
import { Sheet } from '@/components/ui/sheet'
import type { BoardSession } from '@/lib/client/board'
import type { BoardState } from '@/lib/client/board-state'
import type { BoardExercise } from '@/lib/protocol/board'
import type { StepAddress } from '@/lib/protocol/step-address'
import type { Whereabouts } from '../grid/whereabouts'
import { HandQueue } from './hand-queue'
import { raisedHands } from './hands'
import { MistakeLines } from './mistake-lines'
import { type SharedMistake, sharedMistakes } from './shared-mistakes'

interface BoardSideProps {
  board: BoardState
  everyone: readonly Whereabouts[]
  exercise: BoardExercise
  session: BoardSession | null
  now: number
  onStudent: (student: string) => void
  onCell: (student: string, at: StepAddress) => void
  mistakeActions?: ((mistake: SharedMistake) => ReactNode) | undefined
  /** The panel that was opened in the grid, on top. */
  children: ReactNode
}

/** The column beside the grid (on a narrow screen above it) with everything that needs the teacher. */
export function BoardSide(props: BoardSideProps) {
  const { board, everyone, exercise, session, now, onStudent, onCell, mistakeActions, children } = props
  const raised = useMemo(() => raisedHands(board.students.values()), [board.students])
  const shared = useMemo(() => sharedMistakes(board, exercise), [board, exercise])
  const places = useMemo(() => new Map(everyone.map(({ student, place }) => [student.id, place])), [everyone])
  return (
    <div className="flex min-h-0 flex-col gap-3 max-lg:order-first max-lg:gap-2.5 lg:w-88 lg:shrink-0">
      {children}
      {raised.length > 0 && (
        <Sheet className="max-h-[40%] min-h-24 overflow-y-auto overscroll-contain max-lg:max-h-[24dvh]">
          <HandQueue exercises={board.exercises} {...{ raised, session, now, places, onStudent, onCell }} />
        </Sheet>
      )}
      <Sheet
        className={`flex min-h-24 flex-col overflow-hidden max-lg:max-h-[34dvh] ${shared.length === 0 ? 'max-lg:hidden' : ''}`}
      >
        <MistakeLines
          shared={shared}
          words={board.mistakeWords}
          session={session}
          onStudent={onStudent}
          actions={mistakeActions}
        />
      </Sheet>
    </div>
  )
}
