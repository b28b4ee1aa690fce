import { MathFormula } from '@/components/ui/math'
import { math, nameMathml } from '@/lib/exact/mathml'
import type { BoardExercise } from '@/lib/protocol/board'

type Step = BoardExercise['steps'][number]

/** Steps that one statement of the file made together: `nudge`, `descend 2, step 2`. */
export interface Family {
  readonly name: string
  readonly member: 'predicted' | 'actual' | 'loss' | { readonly param: string }
}

/** The family that the step's id names (`nudge2.actual`, `descend.step2.W1`); null for a step of no family. */
export function familyOf(stepId: string): Family | null {
  const parts = /^(nudge|descend)(\d*)\.(?:step(\d+)\.)?(\w+)$/.exec(stepId)
  if (!parts) return null
  const [, word = '', number = '', step, what = ''] = parts
  const name = `${word}${number === '' ? '' : ` ${number}`}${step === undefined ? '' : `, step ${step}`}`
  const member = what === 'predicted' || what === 'actual' || what === 'loss' ? what : { param: what }
  return { name, member }
}

export function beginsFamily(step: Step, before: Step | undefined): boolean {
  const family = familyOf(step.id)
  return family !== null && (!before || familyOf(before.id)?.name !== family.name)
}

/**
 * The head of a column, at least 44 px wide. The name of a family stands once, over its first step; below it stands
 * what tells the steps apart.
 */
export function ColumnHead({ step, before }: { step: Step; before: Step | undefined }) {
  const family = familyOf(step.id)
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
        {member === 'loss' && <MathFormula mathml={math(nameMathml('L'))} className="text-[0.9rem]" />}
        {typeof member === 'object' && (
          <MathFormula mathml={math(nameMathml(member.param))} className="text-[0.9rem]" />
        )}
      </span>
      <span className="sr-only">{step.title}</span>
    </span>
  )
}
