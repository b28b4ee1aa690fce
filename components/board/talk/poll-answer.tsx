import { AnswerWords } from '@/components/desk/cells/answer-words'
import { MathFormula } from '@/components/ui/math'
import { Sentence } from '@/components/ui/sentence'
import type { BoardStep } from '@/lib/protocol/board'
import { plainText } from '@/lib/words/text'
import { TypedMatrix } from '../closer/typed-matrix'

/** An answer as it was typed, without marks: which of its cells are wrong is not the question here. */
export function PollAnswer({ step, cells }: { step: BoardStep | null; cells: readonly string[] }) {
  if (step?.question)
    return <AnswerWords question={step.question} choices={step.choices ?? []} cells={cells} />
  const choice = step?.choices?.find(({ value }) => value === cells[0])
  if (!choice) {
    const shape = cells.length === 1 ? [] : (step?.shape ?? [cells.length])
    return <TypedMatrix shape={shape} cells={cells} verdicts={[]} />
  }
  if (choice.mathml === null)
    return (
      <span>
        <Sentence text={choice.text} />
      </span>
    )
  return (
    <span>
      <MathFormula mathml={choice.mathml} className="text-[1.1rem]" />
      <span className="sr-only">{plainText(choice.text)}</span>
    </span>
  )
}
