import { type Rational, rational, rationals } from '@/lib/exact/rational'
import type { ComparisonSign } from '@/lib/language/syntax/condition'

/** The numbers that a `random` value draws from: `low`, `low + step`, `low + 2 step` and so on, `count` of them. */
export interface Lattice {
  readonly low: Rational
  /** Above 0. */
  readonly step: Rational
  readonly count: bigint
}

/** The points of a lattice that may be drawn, by their numbers (from 0). */
export interface Allowed {
  readonly first: bigint
  /** It is below `first` where nothing is left. */
  readonly last: bigint
  /** Excluded numbers from `first` to `last`, ascending, each once. */
  readonly without: readonly bigint[]
}

/** From `low` in steps up to `high`, which is not below it, or to the last point before it. */
export function latticeOf(low: Rational, high: Rational, step: Rational): Lattice {
  return { low, step, count: floor(rationals.div(rationals.sub(high, low), step)) + 1n }
}

export function pointOf({ low, step }: Lattice, nth: bigint): Rational {
  return rationals.add(low, rationals.mul(step, rational(nth)))
}

export function everyPoint({ count }: Lattice): Allowed {
  return { first: 0n, last: count - 1n, without: [] }
}

/** The allowed points whose comparison with `bound` has this result. */
export function narrow(lattice: Lattice, allowed: Allowed, sign: ComparisonSign, bound: Rational): Allowed {
  const place = rationals.div(rationals.sub(bound, lattice.low), lattice.step)
  const below = floor(place)
  const exact = place.d === 1n
  const from = (first: bigint): Allowed => between(allowed, first, allowed.last)
  const upTo = (last: bigint): Allowed => between(allowed, allowed.first, last)
  switch (sign) {
    case '<':
      return upTo(exact ? below - 1n : below)
    case '<=':
      return upTo(below)
    case '>':
      return from(below + 1n)
    case '>=':
      return from(exact ? below : below + 1n)
    case '==':
      return exact ? between(allowed, below, below) : between(allowed, 1n, 0n)
    case '!=':
      return exact ? except(allowed, below) : allowed
  }
}

function between({ first, last, without }: Allowed, low: bigint, high: bigint): Allowed {
  const [from, to] = [low > first ? low : first, high < last ? high : last]
  return { first: from, last: to, without: without.filter(nth => from <= nth && nth <= to) }
}

function except(allowed: Allowed, nth: bigint): Allowed {
  const { first, last, without } = allowed
  if (nth < first || nth > last || without.includes(nth)) return allowed
  return { first, last, without: [...without, nth].sort((a, b) => (a < b ? -1 : 1)) }
}

export function countOf({ first, last, without }: Allowed): bigint {
  return last < first ? 0n : last - first + 1n - BigInt(without.length)
}

/** The allowed point that has `nth` allowed points before it. */
export function nthAllowed({ first, without }: Allowed, nth: bigint): bigint {
  let point = first + nth
  for (const gap of without) {
    if (gap > point) break
    point += 1n
  }
  return point
}

function floor({ n, d }: Rational): bigint {
  const quotient = n / d
  return n % d < 0n ? quotient - 1n : quotient
}
