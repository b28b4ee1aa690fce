import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roundedDecimal } from '@/lib/exact/interval/digits'
import { expInterval, taylorExp } from '@/lib/exact/interval/exp'
import { addIntervals, enclose, type Interval, mulIntervals, rescale } from '@/lib/exact/interval/interval'
import { atanhSeries, ln2 } from '@/lib/exact/interval/ln2'
import { logInterval } from '@/lib/exact/interval/log'
import { type Rational, rational, rationals } from '@/lib/exact/rational'
import { takesLong } from '../../../takes-long'
import { holdsBounds, meets } from './bounds'
import { expBounds, logBounds } from './exact-series'

takesLong()

function overlap(a: Interval, b: Interval): boolean {
  return a.lo <= b.hi && b.lo <= a.hi
}

const precision = fc.integer({ min: 8, max: 400 })
const proper = fc
  .tuple(fc.bigInt(0n, 10n ** 12n), fc.bigInt(1n, 10n ** 12n))
  .map(([n, d]) => (n <= d ? rational(n, d) : rational(d, n)))
const moderate = fc
  .tuple(fc.bigInt(-(10n ** 9n), 10n ** 9n), fc.bigInt(1n, 10n ** 8n))
  .map(([n, d]) => rational(n, d))
const exponents = moderate.filter(({ n, d }) => n < 60n * d && n > -60n * d)
const positive = fc
  .tuple(fc.bigInt(1n, 10n ** 20n), fc.bigInt(1n, 10n ** 20n))
  .map(([n, d]) => rational(n, d))

function logOf(a: Interval): Interval {
  const log = logInterval(a)
  if (!log) throw new Error('no logarithm')
  return log
}

describe('known digits', () => {
  const digits = (a: Interval): string | null => roundedDecimal(a, 50)
  test('e, 1/e, e^10, ln 2, ln 3, ln 10', () => {
    expect(digits(expInterval(enclose(rational(1), 200)))).toBe(
      '2.71828182845904523536028747135266249775724709369996',
    )
    expect(digits(expInterval(enclose(rational(-1), 200)))).toBe(
      '0.36787944117144232159552377016146086744581113103177',
    )
    expect(digits(ln2(200))).toBe('0.69314718055994530941723212145817656807550013436026')
    expect(digits(logOf(enclose(rational(3), 200)))).toBe(
      '1.09861228866810969139524523692252570464749055782275',
    )
    expect(digits(logOf(enclose(rational(10), 200)))).toBe(
      '2.30258509299404568401799145468436420760110148862877',
    )
  })
})

describe('exp', () => {
  test('agrees with Padé approximants between their proved bounds', () => {
    fc.assert(
      fc.property(proper, precision, (x, bits) => {
        expect(meets(expInterval(enclose(x, bits)), expBounds(x, 60, bits + 20))).toBe(true)
      }),
    )
  })

  test('e^(a+b) = e^a e^b, also for negative and great exponents', () => {
    fc.assert(
      fc.property(exponents, exponents, precision, (a, b, bits) => {
        const whole = expInterval(enclose(rationals.add(a, b), bits))
        const parts = mulIntervals(expInterval(enclose(a, bits)), expInterval(enclose(b, bits)))
        expect(overlap(whole, parts)).toBe(true)
      }),
    )
  })

  test('of a wide interval holds exp of both its ends', () => {
    fc.assert(
      fc.property(exponents, proper, precision, (a, w, bits) => {
        const b = rationals.add(a, w)
        const wide = expInterval({ lo: enclose(a, bits).lo, hi: enclose(b, bits).hi, bits })
        for (const end of [a, b]) {
          const fine = rescale(expInterval(enclose(end, bits + 60)), bits)
          expect(wide.lo <= fine.hi && fine.lo <= wide.hi).toBe(true)
        }
      }),
    )
  })

  test('of an interval wider than 1 ends where exp of its ends does', () => {
    fc.assert(
      fc.property(exponents, fc.integer({ min: 1, max: 12 }), precision, (a, w, bits) => {
        const lo = enclose(a, bits).lo
        const hi = lo + (BigInt(w) << BigInt(bits))
        const point = (x: bigint) => expInterval({ lo: x, hi: x, bits })
        expect(expInterval({ lo, hi, bits })).toEqual({ lo: point(lo).lo, hi: point(hi).hi, bits })
      }),
    )
  })

  test('is nearly 0 far below 0, and never below it', () => {
    const far = expInterval(enclose(rational(-(10n ** 30n)), 100))
    expect(far).toEqual({ lo: 0n, hi: 1n, bits: 100 })
    const near = expInterval(enclose(rational(-60), 100))
    expect(near.lo > 0n).toBe(true)
  })
})

test('exp of a point far above 0 is as narrow as near it', () => {
  for (const x of [20, 60, 300]) {
    const { lo, hi } = expInterval(enclose(rational(x), 100))
    expect(hi - lo <= 4n).toBe(true)
  }
})

describe('ln', () => {
  test('agrees with an exact series and its remainder', () => {
    fc.assert(
      fc.property(proper, precision, (x, bits) => {
        const argument = rationals.add(x, rationals.one)
        expect(meets(logOf(enclose(argument, bits)), logBounds(argument, 140, bits + 20))).toBe(true)
      }),
    )
  })

  test('ln(ab) = ln a + ln b for tiny and huge numbers', () => {
    fc.assert(
      fc.property(positive, positive, fc.integer({ min: 160, max: 400 }), (a, b, bits) => {
        const sum = addIntervals(logOf(enclose(a, bits)), logOf(enclose(b, bits)))
        expect(overlap(logOf(enclose(rationals.mul(a, b), bits)), sum)).toBe(true)
      }),
    )
  })

  test('undoes exp, and exp undoes it', () => {
    fc.assert(
      fc.property(exponents, positive, fc.integer({ min: 150, max: 400 }), (x, y, bits) => {
        expect(overlap(logOf(expInterval(enclose(x, bits))), enclose(x, bits))).toBe(true)
        expect(overlap(expInterval(logOf(enclose(y, bits))), enclose(y, bits))).toBe(true)
      }),
    )
  })

  test('at high precision, where it is corrected by exp, agrees with lower precision and undoes exp', () => {
    fc.assert(
      fc.property(positive, fc.integer({ min: 2000, max: 4500 }), (x, bits) => {
        const fine = logOf(enclose(x, bits))
        expect(overlap(rescale(fine, 1500), logOf(enclose(x, 1500)))).toBe(true)
        expect(overlap(expInterval(fine), enclose(x, bits))).toBe(true)
        // The argument is a unit wide, which counts for the more the smaller it is.
        expect(fine.hi - fine.lo <= 8n + 2n * (x.d / x.n + 1n)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  test('of a wide interval holds ln of both its ends', () => {
    const wide = logOf({ lo: 1n << 90n, hi: 1n << 110n, bits: 100 })
    for (const end of [rational(1, 1024), rational(1024)]) {
      expect(overlap(wide, logOf(enclose(end, 100)))).toBe(true)
    }
  })

  test('of an interval wider than its lower end it ends where ln of its ends does', () => {
    fc.assert(
      fc.property(
        positive,
        fc.bigInt(1n, 1n << 40n),
        fc.integer({ min: 160, max: 400 }),
        (x, times, bits) => {
          const lo = enclose(x, bits).lo
          const hi = lo + times * lo
          const point = (x: bigint) => logOf({ lo: x, hi: x, bits })
          expect(logOf({ lo, hi, bits })).toEqual({ lo: point(lo).lo, hi: point(hi).hi, bits })
        },
      ),
    )
  })

  test('has no value at 0 and below', () => {
    expect(logInterval({ lo: 0n, hi: 4n, bits: 2 })).toBe(null)
    expect(logInterval({ lo: -1n, hi: 4n, bits: 2 })).toBe(null)
  })
})

/**
 * Rounding is coarse at few bits, and no guard bits are added below these two: an error bound too small shows at
 * once.
 */
describe('error bounds of the series', () => {
  const coarse = fc.integer({ min: 3, max: 24 })

  test('Taylor of exp, over all of its range', () => {
    fc.assert(
      fc.property(coarse, fc.bigInt(-(1n << 30n), 1n << 30n), (bits, r) => {
        const x = r >> BigInt(32 - bits)
        const size = rational(x < 0n ? -x : x, 1n << BigInt(bits))
        const { low, high } = expBounds(size, 30, 80)
        const over = (q: Rational): Rational => rationals.div(rationals.one, q)
        const bounds = x < 0n ? { low: over(high), high: over(low) } : { low, high }
        expect(holdsBounds(taylorExp(x, bits), bounds)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('atanh, over all of its range', () => {
    fc.assert(
      fc.property(coarse, fc.bigInt(1n, 1000n), fc.bigInt(0n, 3000n), (bits, n, more) => {
        // atanh(n/d) = ln((d + n)/(d - n)) / 2, and with n/d <= 1/3 the argument of ln is at most 2.
        const d = 3n * n + more
        const { low, high } = logBounds(rational(d + n, d - n), 60, 80)
        const half = rational(1, 2)
        const bounds = { low: rationals.mul(half, low), high: rationals.mul(half, high) }
        expect(holdsBounds(atanhSeries(n, d, bits), bounds)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('precision', () => {
  test('widths stay within some units of the last place, whatever the precision', () => {
    const width = ({ lo, hi }: Interval): bigint => hi - lo
    const near = (x: Rational): Rational => (x.n < 0n ? rationals.neg(x) : x)
    fc.assert(
      fc.property(proper, precision, (x, bits) => {
        expect(width(expInterval(enclose(x, bits))) <= 8n).toBe(true)
        expect(width(logOf(enclose(rationals.add(near(x), rationals.one), bits))) <= 4n).toBe(true)
        expect(width(ln2(bits)) <= 2n).toBe(true)
      }),
    )
  })
})
