import { holdsSymbols, isElement, type Scalar, spellScalar } from '@/lib/exact/atoms'
import type { Tensor } from '@/lib/exact/tensor'
import type { Acceptance } from '@/lib/language/syntax/acceptance'
import type { StepPlan } from '../exercise'

/** Characters up to which an exact form is asked for as it is. */
export const longestExact = 200

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
 * What holds where a file says nothing: an answer of numbers with an exact form that is missing or longer than 200 characters is
 * asked to 4 significant figures, every other exactly (null).
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

/** A fraction of so small integers is not spelled to know that it is short. */
const surelyShort = 10n ** 90n

function isLong(value: Scalar): boolean {
  if (!isElement(value)) {
    const { n, d } = value
    if (n < surelyShort && -n < surelyShort && d < surelyShort) return false
  }
  // Each term has a character at least, so that a value of many is not spelled to know that it is long.
  else if ([value.top, ...value.bottom.map(({ sum }) => sum)].some(sum => sum.length > longestExact))
    return true
  const spelled = spellScalar(value)
  return spelled.length > longestExact || spelled.startsWith('~')
}
