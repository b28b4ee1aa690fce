import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roundedDecimal } from '@/lib/exact/interval/digits'
import { erfInterval } from '@/lib/exact/interval/erf'
import { expInterval } from '@/lib/exact/interval/exp'
import {
  addIntervals,
  enclose,
  type Interval,
  mulIntervals,
  negInterval,
  reciprocal,
} from '@/lib/exact/interval/interval'
import { piInterval } from '@/lib/exact/interval/pi'
import { sqrtInterval } from '@/lib/exact/interval/sqrt'
import { type Rational, rational, rationals } from '@/lib/exact/rational'
import { meets } from './bounds'
import type { Bounds } from './exact-series'

const { add, sub, mul } = rationals

/**
 * sqrt(pi)/2 erf(x) for 0 <= x <= 3, by the alternating series of x^(2n+1) / (n! (2n+1)): where the terms fall it lies between any two
 * partial sums in a row. The engine adds up another series.
 */
function integralBounds(x: Rational, terms: number): Bounds {
  const square = mul(x, x)
  let power = x
  let sum = rationals.zero
  for (let n = 0; n < terms; n += 1) {
    const term = mul(power, rational(1, 2 * n + 1))
    sum = n % 2 === 0 ? add(sum, term) : sub(sum, term)
    power = mul(power, mul(square, rational(1, n + 1)))
  }
  const rest = mul(power, rational(1, 2 * terms + 1))
  return terms % 2 === 0 ? { low: sum, high: add(sum, rest) } : { low: sub(sum, rest), high: sum }
}

const some = (value: Interval | null): Interval => {
  if (value === null) throw new Error('no value at this precision')
  return value
}
const halfRoot = (bits: number): Interval =>
  mulIntervals(some(sqrtInterval(piInterval(bits))), enclose(rational(1, 2), bits))

/**
 * erfc(x) for x > 0 by its continued fraction e^(-x^2) / sqrt(pi) / (x + (1/2)/(x + 1/(x + (3/2)/(x + …)))), whose convergents are in
 * turn above and below.
 */
function complement(x: Rational, depth: number, bits: number): Interval {
  const convergent = (levels: number): Interval => {
    let tail = enclose(x, bits)
    for (let k = levels; k >= 1; k -= 1) {
      tail = addIntervals(
        enclose(x, bits),
        mulIntervals(enclose(rational(k, 2), bits), some(reciprocal(tail))),
      )
    }
    return some(reciprocal(tail))
  }
  const [a, b] = [convergent(depth), convergent(depth + 1)]
  const [low, high] = a.lo < b.lo ? [a, b] : [b, a]
  const both = { lo: low.lo, hi: high.hi, bits }
  const bell = expInterval(enclose(rationals.neg(mul(x, x)), bits))
  return mulIntervals(mulIntervals(both, bell), some(reciprocal(some(sqrtInterval(piInterval(bits))))))
}

const precision = fc.integer({ min: 8, max: 350 })
const upTo = (most: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: most * 1000 }), fc.integer({ min: 1000, max: 1999 }))
    .map(([n, d]) => rational(n, d))
const overlap = (a: Interval, b: Interval): boolean => a.lo <= b.hi && b.lo <= a.hi

describe('erf', () => {
  test('agrees with an alternating series', () => {
    fc.assert(
      fc.property(upTo(3), precision, (x, bits) => {
        // Two roundings more than the engine makes, so the product is compared at a precision of its own.
        const value = mulIntervals(erfInterval(enclose(x, bits)), halfRoot(bits))
        expect(meets(value, integralBounds(x, 120))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('agrees with the continued fraction of its complement where that is small', () => {
    fc.assert(
      fc.property(upTo(12), fc.integer({ min: 60, max: 350 }), (more, bits) => {
        const x = add(more, rational(4))
        const one = enclose(rationals.one, bits)
        const value = addIntervals(one, negInterval(complement(x, 60, bits)))
        expect(overlap(erfInterval(enclose(x, bits)), value)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('has 100 digits of erf(1) by the alternating series', () => {
    const { low, high } = integralBounds(rationals.one, 80)
    const over = some(reciprocal(halfRoot(420)))
    const known = mulIntervals({ lo: enclose(low, 420).lo, hi: enclose(high, 420).hi, bits: 420 }, over)
    expect(roundedDecimal(erfInterval(enclose(rationals.one, 400)), 100)).toBe(roundedDecimal(known, 100))
    expect(roundedDecimal(known, 30)).toBe('0.842700792949714869341220635083')
  })

  test('is odd, increasing, narrow, and within -1 and 1', () => {
    fc.assert(
      fc.property(upTo(30), upTo(2), precision, (x, more, bits) => {
        const value = erfInterval(enclose(x, bits))
        const further = erfInterval(enclose(add(x, more), bits))
        expect(value.lo <= further.hi).toBe(true)
        expect(overlap(erfInterval(enclose(rationals.neg(x), bits)), negInterval(value))).toBe(true)
        expect(value.hi - value.lo <= 5n).toBe(true)
        expect(value.hi <= 1n << BigInt(bits)).toBe(true)
      }),
    )
  })

  test('of a wide interval holds erf of both its ends', () => {
    fc.assert(
      fc.property(upTo(8), upTo(8), precision, (below, above, bits) => {
        const ends = [rationals.neg(below), above]
        const wide = { lo: enclose(ends[0]!, bits).lo, hi: enclose(above, bits).hi, bits }
        for (const end of ends) {
          expect(overlap(erfInterval(wide), erfInterval(enclose(end, bits)))).toBe(true)
        }
      }),
    )
  })

  test('far away it is 1 but for one unit, however far', () => {
    for (const x of [40, 10 ** 6]) {
      const { lo, hi } = erfInterval(enclose(rational(x), 300))
      expect([lo, hi]).toEqual([(1n << 300n) - 1n, 1n << 300n])
    }
    const far = { lo: -(1n << 900n), hi: 1n << 900n, bits: 100 }
    expect(erfInterval(far)).toEqual({ lo: -(1n << 100n), hi: 1n << 100n, bits: 100 })
  })
})
