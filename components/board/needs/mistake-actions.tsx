import { Button } from '@/components/ui/button'
import type { BoardState } from '@/lib/client/board-state'
import type { Letter } from '../talk/message-dialog'
import type { PollAbout } from '../talk/poll-dialog'
import type { SharedMistake } from './shared-mistakes'

interface MistakeActionsProps {
  board: BoardState
  mistake: SharedMistake
  onWrite: (letter: Letter) => void
  onAsk: (about: PollAbout) => void
}

/** What can be done about a mistake that several students make. */
export function MistakeActions({ board, mistake, onWrite, onAsk }: MistakeActionsProps) {
  const { version, step, mistakes } = mistake
  const on = { version, step: step.id }
  const exercise = board.exercises.find(one => one.version === version)
  return (
    <>
      <Button size="small" onClick={() => onWrite({ to: { mistake: mistakes[0], ...on }, on })}>
        Write to them
      </Button>
      {exercise && (
        <Button size="small" onClick={() => onAsk({ exercise, step })}>
          Ask the class
        </Button>
      )}
    </>
  )
}
