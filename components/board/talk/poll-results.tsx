'use client'

import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Pill } from '@/components/ui/pill'
import { Sentence } from '@/components/ui/sentence'
import { Typed } from '@/components/ui/typed'
import { VoteBar } from '@/components/ui/vote-bar'
import type { BoardSession } from '@/lib/client/board'
import type { BoardState } from '@/lib/client/board-state'
import type { BoardPoll } from '@/lib/protocol/poll'
import { useAsking } from '../closer/use-asking'
import { inWords } from '../needs/shared-mistakes'
import { PollAnswer } from './poll-answer'
import { stepInWords } from './talk-words'

interface PollResultsProps {
  session: BoardSession | null
  board: BoardState
  poll: BoardPoll
}

const states = { open: 'open', closed: 'closed', shown: 'closed, the class sees the votes' } as const

/** The votes as they come in, and what can be done with them. */
export function PollResults({ session, board, poll }: PollResultsProps) {
  const { run, busy, error } = useAsking()
  const step =
    board.exercises
      .find(({ version }) => version === poll.on.version)
      ?.steps.find(({ id }) => id === poll.on.step) ?? null
  const all = votesIn(poll)
  const close = (shown: boolean) => {
    if (session) void run(() => session.ask('poll', { do: 'close', poll: poll.id, shown }))
  }
  const off = session === null || busy
  return (
    <div data-testid="poll-results" data-state={poll.state}>
      <p className="text-lg break-words whitespace-pre-line">
        <Typed text={poll.question} />
      </p>
      <p className="mt-1 mb-4 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-[0.95rem] text-ink-2">
        <Pill tone={poll.state === 'open' ? 'chalk' : 'working'}>{states[poll.state]}</Pill>
        <span>about “{stepInWords(board, poll.on)}”</span>
        <span data-testid="votes-in" className="tabular-nums">
          {all} of {board.students.size} voted
        </span>
      </p>
      <ul className="grid gap-2">
        {[...poll.options, null].map((option, place) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: an option is its place
            key={place}
            data-testid="poll-result"
            className="grid gap-x-5 gap-y-2 rounded-box border border-line-2 px-4 py-2.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,18rem)] sm:items-center"
          >
            <div className="flex min-w-0 items-center gap-3.5">
              {option ? (
                <>
                  <span className="font-semibold text-ink-2">{String.fromCharCode(65 + place)}</span>
                  <div className="min-w-0">
                    <PollAnswer step={step} cells={option.cells} />
                    {option.mistakes.length > 0 && (
                      <p className="mt-1 text-sm font-medium text-wrong">
                        <Sentence text={inWords(option.mistakes, board.mistakeWords)} />
                      </p>
                    )}
                  </div>
                  {option.right && (
                    <span className="ml-auto">
                      <Pill tone="right" icon="tick">
                        right
                      </Pill>
                    </span>
                  )}
                </>
              ) : (
                <span>None of these</span>
              )}
            </div>
            <VoteBar count={poll.counts[place] ?? 0} of={all} />
          </li>
        ))}
      </ul>
      {error && (
        <div className="mt-3">
          <Notice tone="wrong" urgent>
            <Sentence text={error} />
          </Notice>
        </div>
      )}
      <p className="mt-4 flex flex-wrap gap-2.5">
        {poll.state === 'open' && (
          <>
            <Button kind="act" disabled={off} onClick={() => close(true)}>
              Close and show the votes
            </Button>
            <Button disabled={off} onClick={() => close(false)}>
              Close
            </Button>
          </>
        )}
        {poll.state === 'closed' && (
          <Button kind="act" disabled={off} onClick={() => close(true)}>
            Show the votes to the class
          </Button>
        )}
        {poll.state === 'shown' && (
          <Button disabled={off} onClick={() => close(false)}>
            Take the votes off the desks
          </Button>
        )}
      </p>
    </div>
  )
}

/** How many have voted. */
export function votesIn({ counts }: BoardPoll): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
