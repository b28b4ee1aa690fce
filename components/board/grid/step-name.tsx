import { MathFormula } from '@/components/ui/math'
import { Sentence } from '@/components/ui/sentence'
import type { BoardStep } from '@/lib/protocol/board'
import { nameOfStep } from '@/lib/protocol/step-name'

/** A step as it is called in a line of text: typeset, and in words where a formula would say too little. */
export function StepName({ step, className = '' }: { step: BoardStep; className?: string }) {
  if (step.family) {
    return (
      <span className={className}>
        <Sentence text={nameOfStep(step)} />
      </span>
    )
  }
  return (
    <>
      <MathFormula mathml={step.mathml} className={className} />
      <span className="sr-only">{step.title}</span>
    </>
  )
}
