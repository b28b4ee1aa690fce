import { gcd } from '../gcd'
import { type Rational, rational, rationals } from '../rational'
import { type Power, type Sum, type Term, unit } from './element'
import { joinMonomials, raiseMonomial } from './monomial'
import { powerRanges } from './ranges'

export interface UnitAndRest {
  /** A positive rational times a monomial without gates. */
  readonly unit: Term
  /** Its coefficients are coprime integers. The least power of every atom but gates, over all terms, is 0. */
  readonly rest: Sum
}

const minusOne = rational(-1)

/**
 * A sum that is not empty as unit times rest. Sums that differ by such a unit get the same rest, up to its sign: so
 * 1 + e^-1 and 1 + e meet as factors of denominators and under logarithms.
 */
export function unitAndRest(sum: Sum): UnitAndRest {
  const coefficient = contentOf(sum)
  const least = leastPowers(sum)
  if (coefficient.n === 1n && coefficient.d === 1n && least.length === 0) {
    return { unit: { monomial: unit, coefficient }, rest: sum }
  }
  const inverse = raiseMonomial(least, minusOne)
  const rest = sum.map(term => ({
    // Powers are taken from powers that are at least as great, so nothing folds and the order stays.
    monomial: joinMonomials(term.monomial, inverse),
    coefficient: rationals.div(term.coefficient, coefficient),
  }))
  return { unit: { monomial: least, coefficient }, rest }
}

/**
 * The greatest rational by which all coefficients are integer multiples: gcd of numerators over lcm of
 * denominators.
 */
function contentOf(sum: Sum): Rational {
  let n = 0n
  let d = 1n
  for (const { coefficient } of sum) {
    if (n !== 1n) n = gcd(n, coefficient.n)
    if (coefficient.d !== 1n) d = (d / gcd(d, coefficient.d)) * coefficient.d
  }
  return { n, d }
}

function leastPowers(sum: Sum): Power[] {
  const powers: Power[] = []
  for (const [atom, { least }] of powerRanges(sum)) {
    if (least.n !== 0n && atom.kind !== 'gate') powers.push({ atom, power: least })
  }
  return powers.sort((a, b) => a.atom.index - b.atom.index)
}
