'use client'

import { optionLetter } from '@/components/desk/talk/poll-words'
import { Notice } from '@/components/ui/notice'
import { Pill } from '@/components/ui/pill'
import { Sentence } from '@/components/ui/sentence'
import { Typed } from '@/components/ui/typed'
import { useUndo } from '@/components/ui/undo'
import { VoteBars } from '@/components/ui/vote-bar'
import type { BoardSession } from '@/lib/client/board'
import type { BoardState } from '@/lib/client/board-state'
import { type BoardPoll, type PollPhase, takesVotes, underWay } from '@/lib/protocol/poll'
import { useAsking } from '../closer/use-asking'
import { inWords } from '../needs/shared-mistakes'
import { OnTheWall } from './on-the-wall'
import { PollAnswer } from './poll-answer'
import { PollSteps } from './poll-steps'
import { stepInWords } from './talk-words'

interface PollResultsProps {
  session: BoardSession | null
  board: BoardState
  poll: BoardPoll
}

const phases: Record<PollPhase, string> = {
  vote: 'the class votes',
  discuss: 'the class talks',
  again: 'the second vote',
  closed: 'closed',
  shown: 'the class sees the votes',
  right: 'the class sees which is right',
}

/** The votes as they come in, and what can be done with them. */
export function PollResults({ session, board, poll }: PollResultsProps) {
  const { run, busy, error } = useAsking()
  const step =
    board.exercises
      .find(({ version }) => version === poll.on.version)
      ?.steps.find(({ id }) => id === poll.on.step) ?? null
  const { phase, first } = poll
  const second = hasSecond(poll) ? poll.second : null
  const undo = useUndo()
  const turn = async (to: PollPhase) => {
    if (!session) return
    const turned = (phase: PollPhase) => session.ask('poll', { do: 'turn', poll: poll.id, to: phase })
    const done = await run(() => turned(to))
    if (!done || !takesVotes(phase)) return
    undo.done(`poll ${poll.id}`, 'The vote has ended.', async () => {
      const reply = await turned(phase)
      return reply.ok ? null : reply.message
    })
  }
  const off = session === null || busy
  return (
    <div data-testid="poll-results" data-phase={phase}>
      <p className="text-lg break-words whitespace-pre-line">
        <Typed text={poll.question} />
      </p>
      <p className="mt-1 mb-4 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-[0.95rem] text-ink-2">
        <Pill tone={underWay(phase) ? 'chalk' : 'working'}>{phases[phase]}</Pill>
        <span>
          about <Sentence text={stepInWords(board, poll.on)} />
        </span>
        <span data-testid="votes-in" className="tabular-nums">
          {votesIn(poll)} of {board.students.size} voted
        </span>
      </p>
      <ul className="grid gap-2">
        {[...poll.options, null].map((option, place) => (
          <li
            key={optionLetter(place)}
            data-testid="poll-result"
            className="grid gap-x-5 gap-y-2 rounded-box border border-line-2 px-4 py-2.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,18rem)] sm:items-center"
          >
            <div className="flex min-w-0 items-center gap-3.5">
              {option ? (
                <>
                  <span className="font-semibold text-ink-2">{optionLetter(place)}</span>
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
            <VoteBars place={place} first={first} second={second} />
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
        <PollSteps phase={phase} off={off} onTurn={to => void turn(to)} />
        <OnTheWall session={session} showing={board.showing} />
      </p>
    </div>
  )
}

/** A second vote is under way, or was held. */
function hasSecond({ phase, second }: BoardPoll): boolean {
  return phase === 'again' || second.some(count => count > 0)
}

/** How many have voted in the vote of now, or in the last one. */
export function votesIn(poll: BoardPoll): number {
  return (hasSecond(poll) ? poll.second : poll.first).reduce((sum, count) => sum + count, 0)
}
