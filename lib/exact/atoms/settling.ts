import type { Scalar } from './element'
import { isElement, isVeiled } from './element'

/** Digits of a common denominator up to which sums of several numbers are kept exact: a product of two sums is then still printed. */
const longestDenominator = 100

/** Whether sums of these numbers have a common denominator that is too long to be worked with. */
export function isTooLong(among: readonly Scalar[]): boolean {
  const below = new Set(among.flatMap(denominatorsOf))
  return [...below].reduce((digits, text) => digits + text.length, 0) > longestDenominator
}

/** Whether a number has a denominator at all, or is known by its digits already. */
export function hasDenominator(value: Scalar): boolean {
  return denominatorsOf(value).length > 0
}

/** As texts, so that equal ones are told: of a fraction its own, of an element those of its coefficients and the sums below its bar. */
function denominatorsOf(value: Scalar): string[] {
  if (!isElement(value)) return value.d === 1n ? [] : [String(value.d)]
  if (isVeiled(value)) return []
  const above = value.top.flatMap(({ coefficient: { d } }) => (d === 1n ? [] : [String(d)]))
  const bars = value.bottom.map(({ sum }) => sum.map(({ coefficient: { n, d } }) => `${n}/${d}`).join())
  return [...new Set(above), ...bars]
}
