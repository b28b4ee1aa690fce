'use client'

import { Button } from '@/components/ui/button'
import { Sentence } from '@/components/ui/sentence'
import type { BoardSession } from '@/lib/client/board'
import type { BoardState } from '@/lib/client/board-state'
import { hintFor } from '../closer/cell-actions'
import { useAsking } from '../closer/use-asking'
import type { Letter } from '../talk/message-dialog'
import type { PollAbout } from '../talk/poll-dialog'
import type { SharedMistake } from './shared-mistakes'
import { showMistake } from './show-mistake'

interface MistakeActionsProps {
  board: BoardState
  /** Null while the board is not live. */
  session: BoardSession | null
  mistake: SharedMistake
  onWrite: (letter: Letter) => void
  onAsk: (about: PollAbout) => void
}

/** What can be done about a mistake that several students make. */
export function MistakeActions({ board, session, mistake, onWrite, onAsk }: MistakeActionsProps) {
  const { run, busy, error } = useAsking()
  const { version, step, mistakes, students } = mistake
  const on = { version, step: step.id }
  const exercise = board.exercises.find(one => one.version === version)
  const off = session === null
  return (
    <>
      <Button
        size="small"
        kind="act"
        data-testid="mistake-hint"
        onClick={() => onWrite({ to: { mistake: mistakes[0], ...on }, on, text: hintFor(board, mistakes) })}
      >
        Hint to these {students.length}
      </Button>
      <Button
        size="small"
        data-testid="mistake-show"
        disabled={off}
        busy={busy}
        title="What they typed, without names"
        onClick={() => session && void run(() => showMistake(session, mistake))}
      >
        Show on projector
      </Button>
      {exercise && (
        <Button size="small" data-testid="mistake-ask" onClick={() => onAsk({ exercise, step })}>
          Ask the class
        </Button>
      )}
      {error && (
        <p role="alert" className="w-full text-[0.85rem] text-wrong">
          <Sentence text={error} />
        </p>
      )}
    </>
  )
}
