import { compareRational, type Rational, rational } from '../rational'
import type { Atom, Monomial, Sum } from './element'

/** The least and the greatest power of an atom in a sum; a term without the atom has it to the power 0. */
export interface Range {
  readonly least: Rational
  readonly greatest: Rational
}

const zero = rational(0)

export function powerRanges(sum: Sum): ReadonlyMap<Atom, Range> {
  const ranges = new Map<Atom, { least: Rational; greatest: Rational; seen: number }>()
  for (const { monomial } of sum) {
    for (const { atom, power } of monomial) {
      const known = ranges.get(atom)
      if (!known) ranges.set(atom, { least: power, greatest: power, seen: 1 })
      else {
        known.seen += 1
        if (compareRational(power, known.least) < 0) known.least = power
        if (compareRational(power, known.greatest) > 0) known.greatest = power
      }
    }
  }
  for (const range of ranges.values()) {
    if (range.seen === sum.length) continue
    if (range.least.n > 0n) range.least = zero
    if (range.greatest.n < 0n) range.greatest = zero
  }
  return ranges
}

/** Whether every power of the monomial keeps to its range; an atom without a range must not occur. */
export function isInside(monomial: Monomial, ranges: ReadonlyMap<Atom, Range>): boolean {
  return monomial.every(({ atom, power }) => {
    const range = ranges.get(atom)
    return range && compareRational(range.least, power) <= 0 && compareRational(power, range.greatest) <= 0
  })
}
