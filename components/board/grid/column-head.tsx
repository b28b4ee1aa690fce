import { MathFormula } from '@/components/ui/math'
import type { BoardExercise } from '@/lib/protocol/board'
import { nameOfStep } from '@/lib/protocol/step-name'

type Step = BoardExercise['steps'][number]

export function beginsFamily(step: Step, before: Step | undefined): boolean {
  return step.family !== undefined && before?.family?.name !== step.family.name
}

/**
 * The head of a column, at least 44 px wide. The name of a family stands once, over its first step; below it stands
 * what tells the steps apart.
 */
export function ColumnHead({ step, before }: { step: Step; before: Step | undefined }) {
  const { family } = step
  if (step.question) {
    return (
      <>
        <span aria-hidden="true" className="block px-0.5 text-[0.72rem] leading-[1.15]">
          {nameOfStep(step)}
        </span>
        <span className="sr-only">{step.title}</span>
      </>
    )
  }
  if (!family) {
    return (
      <>
        <MathFormula mathml={step.mathml} />
        <span className="sr-only">{step.title}</span>
      </>
    )
  }
  const first = beginsFamily(step, before)
  const { member } = family
  return (
    <span className="relative flex h-full items-end justify-center pb-1.5">
      {first && (
        <span
          aria-hidden="true"
          className="absolute top-0.5 left-1 z-10 text-[0.72rem] leading-4 font-semibold whitespace-nowrap"
        >
          {family.name}
        </span>
      )}
      <span className={`absolute top-5 right-0 border-t border-line-2 ${first ? 'left-1' : 'left-0'}`} />
      <span aria-hidden="true" className="text-[0.72rem] leading-5">
        {member === 'predicted' && 'pred.'}
        {member === 'actual' && 'actual'}
        {family.mathml !== null && <MathFormula mathml={family.mathml} className="text-[0.9rem]" />}
      </span>
      <span className="sr-only">{step.title}</span>
    </span>
  )
}
