import { MathFormula } from '@/components/ui/math'
import type { BoardStep } from '@/lib/protocol/board'

/** A step as it is called in a line of text: typeset, and in words where a formula would say too little. */
export function StepName({ step, className = '' }: { step: BoardStep; className?: string }) {
  if (step.family) return <span className={className}>{step.title}</span>
  return (
    <>
      <MathFormula mathml={step.mathml} className={className} />
      <span className="sr-only">{step.title}</span>
    </>
  )
}
