'use client'

import { Dialog } from '@/components/ui/dialog'
import type { BoardSession } from '@/lib/client/board'
import type { BoardState } from '@/lib/client/board-state'
import type { BoardExercise } from '@/lib/protocol/board'
import { underWay } from '@/lib/protocol/poll'
import { AskClass } from './ask-class'
import { PollResults } from './poll-results'

/** The step that a question is about. */
export interface PollAbout {
  readonly exercise: BoardExercise
  readonly step: BoardExercise['steps'][number]
}

interface PollDialogProps {
  /** Null while the board is not live. */
  session: BoardSession | null
  board: BoardState
  /** The step to ask about; null to look at the last poll. */
  about: PollAbout | null
  open: boolean
  onClose: () => void
}

/** A question to the class made of its own wrong answers: put together, open, closed, shown. One is open at a time. */
export function PollDialog({ session, board, about, open, onClose }: PollDialogProps) {
  const { poll } = board
  const results =
    poll !== null &&
    (about === null ||
      underWay(poll.phase) ||
      (poll.phase !== 'closed' &&
        poll.on.step === about.step.id &&
        poll.on.version === about.exercise.version))
  return (
    <Dialog open={open} onClose={onClose} title="Ask the class" wide>
      {results ? (
        <PollResults session={session} board={board} poll={poll} />
      ) : (
        about && <AskClass session={session} board={board} exercise={about.exercise} step={about.step} />
      )}
    </Dialog>
  )
}
