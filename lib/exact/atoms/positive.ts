import type { Atom, Element, Sum, Term } from './element'

/**
 * The sign that shows without computing: all terms on one side of 0, or at it with one of them surely away from it.
 * 1 + e^x is positive for every x. Null where it does not show.
 */
export function plainSign({ top, bottom }: Element): -1 | 1 | null {
  let sign = plainSignOfSum(top)
  for (const { sum, power } of bottom) {
    const below = plainSignOfSum(sum)
    if (!sign || !below) return null
    if (power % 2 === 1 && below < 0) sign = sign === 1 ? -1 : 1
  }
  return sign
}

export function plainSignOfSum(sum: Sum): -1 | 1 | null {
  const [first] = sum
  if (!first) return null
  const negative = first.coefficient.n < 0n
  const alike = sum.every(term => term.coefficient.n < 0n === negative && sizeOf(term) !== 'unknown')
  if (!alike || !sum.some(term => sizeOf(term) === 'positive')) return null
  return negative ? -1 : 1
}

/** Atoms that may be below 0. */
const unsigned: ReadonlySet<Atom['kind']> = new Set(['symbol', 'log', 'veil', 'call'])

/** What is known of a monomial's sign. Even powers of symbols, and gates, may be 0. */
function sizeOf({ monomial }: Term): 'positive' | 'not negative' | 'unknown' {
  let size: 'positive' | 'not negative' = 'positive'
  for (const { atom, power } of monomial) {
    if (atom.kind === 'gate' || (atom.kind === 'symbol' && power.n % 2n === 0n)) size = 'not negative'
    else if (unsigned.has(atom.kind)) return 'unknown'
  }
  return size
}
