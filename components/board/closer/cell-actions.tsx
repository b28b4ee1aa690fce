'use client'

import { Button } from '@/components/ui/button'
import type { BoardSession } from '@/lib/client/board'
import type { BoardState } from '@/lib/client/board-state'
import type { Attempt } from '@/lib/protocol/board-asks'
import type { StepAddress } from '@/lib/protocol/step-address'
import { piecesOf } from '@/lib/words/text'
import { useShow } from '../show/use-show'
import type { Letter } from '../talk/message-dialog'

interface CellActionsProps {
  board: BoardState
  /** Null while the board is not live. */
  session: BoardSession | null
  on: StepAddress
  student: string
  /** The ids of the mistakes that the latest answer shows. */
  mistakes: readonly string[]
  /** Null where nothing was answered. */
  latest: Attempt | null
  onWrite: (letter: Letter) => void
  onDesk: (student: string) => void
}

/** What can be done at a cell: for its student, and with its latest answer. */
export function CellActions(props: CellActionsProps) {
  const { board, session, on, student, mistakes, latest, onWrite, onDesk } = props
  const { show, busy } = useShow(session)
  const off = session === null
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        size="small"
        kind="act"
        disabled={off}
        data-testid="cell-hint"
        onClick={() => onWrite({ to: [student], on, text: hintFor(board, mistakes) })}
      >
        Hint
      </Button>
      <Button size="small" data-testid="cell-desk" onClick={() => onDesk(student)}>
        Open desk
      </Button>
      <Button
        size="small"
        disabled={off || latest === null}
        busy={busy}
        data-testid="cell-show"
        title="The latest answer, under a flower’s name"
        onClick={() => {
          if (latest) {
            void show({
              scene: { what: 'answers', ...on, picks: [{ student, id: latest.id }], marks: false },
            })
          }
        }}
      >
        Show on projector
      </Button>
    </div>
  )
}

/** A question to begin a hint with, as a teacher types it: that of the first of the mistakes that fit, if they are known. */
export function hintFor({ nudges }: Pick<BoardState, 'nudges'>, mistakes: readonly string[]): string {
  return piecesOf(nudges.get(mistakes[0] ?? '') ?? '')
    .map(({ kind, text }) => (kind === 'words' ? text : `$${text}$`))
    .join('')
}
