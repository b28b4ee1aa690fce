import { exactText, holdsSymbols, type Scalar } from '@/lib/exact/atoms'
import type { Tensor } from '@/lib/exact/tensor'
import type { Acceptance } from '@/lib/language/syntax/acceptance'
import type { StepPlan } from '../exercise'

/** What is asked of a number that is longer: nobody types it. */
const long: Acceptance = { kind: 'figures', figures: 4 }

/**
 * How exact the answer to a step has to be: as its target says; else, for answers without symbols, as the `accept` before it
 * says; else as `defaultAcceptance` does.
 */
export function acceptanceOf(
  { acceptance, accept }: Pick<StepPlan, 'acceptance' | 'accept'>,
  answer: Tensor<Scalar>,
): Acceptance | null {
  if (acceptance !== null) return acceptance
  if (answer.data.some(holdsSymbols)) return null
  return accept ?? defaultAcceptance(answer)
}

/**
 * What holds where a file says nothing: an answer of numbers with an exact form that is longer than 200 characters, or was not
 * worked out, is asked to 4 significant figures, every other exactly (null).
 */
export function defaultAcceptance(answer: Tensor<Scalar>): Acceptance | null {
  return answer.data.some(isLong) ? long : null
}

/** Whether it was `defaultAcceptance` that decided. */
export function isByDefault(
  { acceptance, accept }: Pick<StepPlan, 'acceptance' | 'accept'>,
  resolved: Acceptance | null,
): boolean {
  return acceptance === null && accept === null && resolved !== null
}

/** Whether a number has no exact form that people can read. */
export function isLong(value: Scalar): boolean {
  return exactText(value) === null
}
