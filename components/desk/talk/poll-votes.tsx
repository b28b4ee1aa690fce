import { Pill } from '@/components/ui/pill'
import { VoteBars } from '@/components/ui/vote-bar'
import type { Vocabulary } from '@/lib/language/answer/vocabulary'
import type { PublicStep } from '@/lib/protocol/exercise'
import type { DeskPoll } from '@/lib/protocol/poll'
import { AnswerMatrix } from '../cells/answer-matrix'
import { optionLetter } from './poll-words'

export interface PollPartProps {
  poll: DeskPoll
  step: PublicStep
  vocabulary: Vocabulary
}

/** The answers while the class talks about them, and later with its votes, and which of them is right. */
export function PollVotes({ poll, step, vocabulary }: PollPartProps) {
  const { votes, mine, right } = poll
  const own = mine.second ?? mine.first
  return (
    <>
      {votes === null && (
        <p className="mb-3">Which one would you defend, and why? Tell the people next to you.</p>
      )}
      <ul className="grid gap-2">
        {[...poll.options, null].map((option, place) => (
          <li
            key={optionLetter(place)}
            data-testid="poll-result"
            data-right={right === place || undefined}
            className={`grid gap-x-5 gap-y-2 rounded-box border px-4 py-2.5 sm:items-center ${
              votes && 'sm:grid-cols-[minmax(0,1fr)_minmax(0,18rem)]'
            } ${right === place ? 'border-right-ink bg-right-ground' : 'border-line-2'}`}
          >
            <div className="flex min-w-0 items-center gap-3.5">
              {option ? (
                <>
                  <span className="font-semibold text-ink-2">{optionLetter(place)}</span>
                  <AnswerMatrix step={step} cells={option.cells} vocabulary={vocabulary} />
                </>
              ) : (
                <span>None of these</span>
              )}
              <span className="ml-auto flex shrink-0 items-center gap-2.5">
                {own === place && <span className="text-sm text-ink-2">your vote</span>}
                {right === place && (
                  <Pill tone="right" icon="tick">
                    right
                  </Pill>
                )}
              </span>
            </div>
            {votes && <VoteBars place={place} {...votes} mine={mine} />}
          </li>
        ))}
      </ul>
      {votes && <p className="mt-3 text-[0.95rem] text-ink-2">{inAll(votes.second ?? votes.first)}</p>}
    </>
  )
}

function inAll(counts: readonly number[]): string {
  const all = counts.reduce((sum, count) => sum + count, 0)
  return `${all === 1 ? '1 vote' : `${all} votes`} in all`
}
