import { MathFormula } from '@/components/ui/math'
import { Sentence } from '@/components/ui/sentence'
import type { BoardStep } from '@/lib/protocol/board'
import { nameOfStep } from '@/lib/protocol/step-name'

/** Which step a scene is about, large. */
export function StepLine({
  step,
  words,
  small = false,
}: {
  step: Pick<BoardStep, 'mathml' | 'title' | 'name' | 'family' | 'question'>
  words: string
  /** Below a heading of its own. */
  small?: boolean
}) {
  const Line = small ? 'p' : 'h2'
  return (
    <Line
      className={`flex items-center gap-[0.6em] ${small ? 'text-[1.4em] text-ink-2' : 'text-[1.9em] font-semibold'}`}
    >
      <span>{words}</span>
      {step.family || step.question ? (
        <span className="line-clamp-2 min-w-0">
          <Sentence text={step.question?.asked ?? nameOfStep(step)} />
        </span>
      ) : (
        <>
          <MathFormula mathml={step.mathml} className="text-[1.1em]" />
          <span className="sr-only">{step.title}</span>
        </>
      )}
    </Line>
  )
}
