'use client'

import { type ReactNode, useMemo } from 'react'
import { Sheet } from '@/components/ui/sheet'
import type { BoardSession } from '@/lib/client/board'
import type { BoardState } from '@/lib/client/board-state'
import type { BoardExercise } from '@/lib/protocol/board'
import { HandQueue } from './hand-queue'
import { raisedHands } from './hands'
import { MistakeLines } from './mistake-lines'
import { type SharedMistake, sharedMistakes } from './shared-mistakes'

interface BoardSideProps {
  board: BoardState
  exercise: BoardExercise
  session: BoardSession | null
  now: number
  onStudent: (student: string) => void
  mistakeActions?: ((mistake: SharedMistake) => ReactNode) | undefined
  /** The panel that was opened in the grid, on top. */
  children: ReactNode
}

/** The column beside the grid (on a narrow screen above it) with everything that needs the teacher. */
export function BoardSide(props: BoardSideProps) {
  const { board, exercise, session, now, onStudent, mistakeActions, children } = props
  const raised = useMemo(() => raisedHands(board.students.values()), [board.students])
  const shared = useMemo(() => sharedMistakes(board, exercise), [board, exercise])
  const quiet = raised.length === 0 && shared.length === 0
  return (
    <div className="flex min-h-0 flex-col gap-4 max-lg:order-first max-lg:gap-2.5 lg:w-88 lg:shrink-0">
      {children}
      <Sheet
        className={`min-h-28 overflow-y-auto overscroll-contain max-lg:max-h-[34dvh] ${quiet ? 'max-lg:hidden' : ''}`}
      >
        <HandQueue raised={raised} session={session} now={now} onStudent={onStudent} />
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
