'use client'

import { Sentence } from '@/components/ui/sentence'
import { VoteBar } from '@/components/ui/vote-bar'
import type { BoardSession } from '@/lib/client/board'
import type { BoardState } from '@/lib/client/board-state'
import type { BoardStep } from '@/lib/protocol/board'
import type { StepAddress } from '@/lib/protocol/step-address'
import { useWords } from './use-words'

interface ChoiceCountsProps {
  /** Null while the board is not live. */
  session: BoardSession | null
  board: BoardState
  on: StepAddress
  step: BoardStep
}

/** What the class chose last: each of the choices with the number of students who chose it. */
export function ChoiceCounts({ session, board, on, step }: ChoiceCountsProps) {
  const { answer, error } = useWords(session, board, on)
  const answers = answer?.answers ?? []
  const several = step.question?.pick === 'all'
  return (
    <section aria-label="What the class chose" data-testid="choice-counts" className="mb-2">
      {error && (
        <p className="text-[0.9rem] text-wrong">
          <Sentence text={error} />
        </p>
      )}
      <ul className="space-y-2">
        {step.choices?.map(({ value, text }) => {
          const count = answers.filter(({ cells }) => cells.includes(value)).length
          return (
            <li key={value} data-choice={value} data-count={count}>
              <p className="mb-0.5 text-[0.95rem] break-words">
                <Sentence text={text} />
              </p>
              <VoteBar count={count} of={answers.length} />
            </li>
          )
        })}
      </ul>
      <p className="mt-2 text-[0.88rem] text-ink-2 tabular-nums">
        {answers.length === 0
          ? 'Nobody has chosen yet.'
          : `${answers.length === 1 ? '1 student' : `${answers.length} students`}, the latest answer of each${several ? '; all that apply' : ''}`}
      </p>
    </section>
  )
}
