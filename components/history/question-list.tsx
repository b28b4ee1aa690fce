'use client'

import { Sentence } from '@/components/ui/sentence'
import { Sheet } from '@/components/ui/sheet'
import { StatePill } from '@/components/ui/state'
import { VoteBar } from '@/components/ui/vote-bar'
import type { BoardStep } from '@/lib/protocol/board'
import type { ClassHistory } from '@/lib/protocol/history'
import type { QuestionStatistics } from '@/lib/protocol/statistics'
import { keyOf, stepKey } from '@/lib/protocol/step-key'

/** The questions in words: what was chosen by how many, and what was written. Nothing where there are none. */
export function QuestionList({ history }: { history: ClassHistory }) {
  if (history.questions.length === 0) return null
  const steps = new Map(
    history.exercises.flatMap(({ version, steps }) =>
      steps.map(step => [stepKey(version, step.id), step] as const),
    ),
  )
  const names = new Map(history.students.map(({ id, name }) => [id, name]))
  return (
    <Sheet className="p-5 max-sm:p-3.5" data-testid="question-statistics">
      <h2 className="text-lg font-semibold">Questions in words</h2>
      <p className="mt-0.5 mb-1 text-[0.9rem] text-ink-2">The latest answer of each student.</p>
      <div className="grid gap-x-10 xl:grid-cols-2">
        {history.questions.map(one => (
          <QuestionPart key={keyOf(one)} one={one} step={steps.get(keyOf(one))} names={names} />
        ))}
      </div>
    </Sheet>
  )
}

interface QuestionPartProps {
  one: QuestionStatistics
  step: BoardStep | undefined
  names: ReadonlyMap<string, string>
}

function QuestionPart({ one: { answered, chosen, written, more }, step, names }: QuestionPartProps) {
  return (
    <section data-testid="question" data-step={step?.id} className="min-w-0 border-t border-line py-3">
      <h3 className="mb-2 font-medium break-words">
        <Sentence text={step?.question?.asked ?? ''} />
      </h3>
      {chosen.length > 0 && (
        <ul className="space-y-1.5">
          {chosen.map(({ choice, students }) => (
            <li key={choice} data-count={students}>
              <p className="text-[0.92rem] break-words">
                <Sentence text={choice} />
              </p>
              <VoteBar count={students} of={answered} />
            </li>
          ))}
        </ul>
      )}
      {written.length > 0 && (
        <details>
          <summary className="min-h-8 cursor-pointer text-ink-2 underline decoration-dotted underline-offset-4">
            {answered === 1 ? '1 answer' : `${answered} answers`}
          </summary>
          <ul className="mt-2 max-h-96 overflow-y-auto">
            {written.map(({ student, text, mark }) => (
              <li key={student} className="border-t border-line py-2 first:border-t-0">
                <p className="flex items-center gap-2.5 text-[0.88rem] text-ink-2">
                  {names.get(student) ?? 'somebody'}
                  {mark && <StatePill state={mark} word={mark} />}
                </p>
                <p
                  dir="auto"
                  className="text-[0.95rem] break-words whitespace-pre-wrap [unicode-bidi:plaintext]"
                >
                  {text}
                </p>
              </li>
            ))}
            {more > 0 && <li className="py-2 text-[0.88rem] text-ink-2">and {more} more</li>}
          </ul>
        </details>
      )}
    </section>
  )
}
