import { MathFormula } from '@/components/ui/math'
import type { BoardStep } from '@/lib/protocol/board'

/** Which step a scene is about, large. */
export function StepLine({
  step,
  words,
}: {
  step: Pick<BoardStep, 'mathml' | 'title' | 'family'>
  words: string
}) {
  return (
    <h2 className="flex items-center gap-[0.6em] text-[1.9em] font-semibold">
      <span>{words}</span>
      {step.family ? (
        <span>{step.title}</span>
      ) : (
        <>
          <MathFormula mathml={step.mathml} className="text-[1.1em]" />
          <span className="sr-only">{step.title}</span>
        </>
      )}
    </h2>
  )
}
