import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roundedDecimal } from '@/lib/exact/interval/digits'
import { addIntervals, enclose, type Interval, mulIntervals, rescale } from '@/lib/exact/interval/interval'
import { atanOfInverse, piInterval } from '@/lib/exact/interval/pi'
import { cosInterval, sineSeries, sinInterval } from '@/lib/exact/interval/sine'
import { type Rational, rational, rationals } from '@/lib/exact/rational'
import { holdsBounds, meets } from './bounds'
import type { Bounds } from './exact-series'

const { add, sub, mul, div } = rationals

/** pi between partial sums of the series of Bailey, Borwein and Plouffe, whose terms are positive and fall by 16. */
function piBounds(terms: number): Bounds {
  let low = rationals.zero
  for (let k = 0; k < terms; k += 1) {
    const parts = [
      rational(4, 8 * k + 1),
      rational(-2, 8 * k + 4),
      rational(-1, 8 * k + 5),
      rational(-1, 8 * k + 6),
    ]
    low = add(low, mul(parts.reduce(add), rational(1n, 16n ** BigInt(k))))
  }
  return { low, high: add(low, rational(1n, 16n ** BigInt(terms - 1))) }
}

/**
 * sin x and cos x for 0 <= x <= 1 out of tan(x/2), by Lambert's continued fraction, whose convergents rise to it: another way than any
 * series. So many terms leave an error far below that of the bounds.
 */
function sineBounds(x: Rational, of: 'sin' | 'cos', bits: number): Bounds {
  const half = mul(x, rational(1, 2))
  const square = mul(half, half)
  let tail = rational(121)
  for (let k = 59; k >= 0; k -= 1) tail = sub(rational(2 * k + 1), div(square, tail))
  const t = div(half, tail)
  const below = add(rationals.one, mul(t, t))
  const value = of === 'sin' ? div(mul(rational(2), t), below) : div(sub(rationals.one, mul(t, t)), below)
  const unit = rational(1n, 1n << BigInt(bits))
  return { low: sub(value, unit), high: add(value, unit) }
}

const precision = fc.integer({ min: 8, max: 400 })
const proper = fc
  .tuple(fc.bigInt(0n, 10n ** 6n), fc.bigInt(1n, 10n ** 6n))
  .map(([n, d]) => (n <= d ? rational(n, d) : rational(d, n)))
const any = fc
  .tuple(fc.bigInt(-(10n ** 24n), 10n ** 24n), fc.bigInt(1n, 10n ** 20n))
  .map(([n, d]) => rational(n, d))

const overlap = (a: Interval, b: Interval): boolean => a.lo <= b.hi && b.lo <= a.hi
const width = ({ lo, hi }: Interval): bigint => hi - lo
const one = (bits: number): Interval => enclose(rationals.one, bits)
const twice = (a: Interval): Interval => addIntervals(a, a)

describe('pi', () => {
  test('has the digits that another series has', () => {
    const { low } = piBounds(90)
    expect(roundedDecimal(piInterval(400), 100)).toBe(roundedDecimal(enclose(low, 400), 100))
    expect(roundedDecimal(piInterval(200), 50)).toBe('3.14159265358979323846264338327950288419716939937511')
  })

  test('is enclosed at any precision, within two units', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 1500 }), bits => {
        expect(meets(piInterval(bits), piBounds(60))).toBe(true)
        expect(width(piInterval(bits)) <= 2n).toBe(true)
        expect(overlap(rescale(piInterval(bits + 70), bits), piInterval(bits))).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  test('the series of atan keeps its bounds at few digits: atan(1/2) + atan(1/3) is pi/4', () => {
    const { low, high } = piBounds(30)
    for (let bits = 3; bits < 40; bits += 1) {
      const sum = addIntervals(atanOfInverse(2n, bits), atanOfInverse(3n, bits))
      const quarter = rational(1, 4)
      expect(holdsBounds(sum, { low: mul(low, quarter), high: mul(high, quarter) })).toBe(true)
    }
  })
})

describe('sin and cos', () => {
  test('agree with a continued fraction of the tangent', () => {
    fc.assert(
      fc.property(proper, precision, (x, bits) => {
        const at = enclose(x, bits)
        expect(meets(sinInterval(at), sineBounds(x, 'sin', 420))).toBe(true)
        expect(meets(cosInterval(at), sineBounds(x, 'cos', 420))).toBe(true)
      }),
    )
  })

  test('the series keep their bounds at few digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 24 }), fc.bigInt(0n, (1n << 24n) - 1n), (bits, r) => {
        const x = r >> BigInt(24 - bits)
        const value = rational(x, 1n << BigInt(bits))
        expect(holdsBounds(sineSeries(x, bits, 1), sineBounds(value, 'sin', 200))).toBe(true)
        expect(holdsBounds(sineSeries(x, bits, 0), sineBounds(value, 'cos', 200))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('sin^2 + cos^2 = 1, sin 2x = 2 sin x cos x, cos 2x = 2 cos^2 x - 1, for large numbers too', () => {
    fc.assert(
      fc.property(any, precision, (x, bits) => {
        const at = enclose(x, bits)
        const [s, c] = [sinInterval(at), cosInterval(at)]
        expect(overlap(addIntervals(mulIntervals(s, s), mulIntervals(c, c)), one(bits))).toBe(true)
        expect(overlap(sinInterval(twice(at)), twice(mulIntervals(s, c)))).toBe(true)
        const double = addIntervals(twice(mulIntervals(c, c)), enclose(rational(-1), bits))
        expect(overlap(cosInterval(twice(at)), double)).toBe(true)
        expect(width(s) <= 6n && width(c) <= 6n).toBe(true)
      }),
    )
  })

  test('a quarter turn brings one to the other; the sine is odd, the cosine even', () => {
    fc.assert(
      fc.property(any, fc.integer({ min: -9, max: 9 }), precision, (x, turns, bits) => {
        const at = enclose(x, bits)
        const quarter = { ...piInterval(bits), bits: bits + 1 }
        const turn = mulIntervals(rescale(quarter, bits), enclose(rational(turns), bits))
        const turned = sinInterval(addIntervals(at, turn))
        const minus = (a: Interval): Interval => ({ lo: -a.hi, hi: -a.lo, bits })
        const [s, c] = [sinInterval(at), cosInterval(at)]
        expect(overlap(turned, [s, c, minus(s), minus(c)][((turns % 4) + 4) % 4]!)).toBe(true)
        expect(overlap(sinInterval(minus(at)), minus(s))).toBe(true)
        expect(overlap(cosInterval(minus(at)), c)).toBe(true)
      }),
    )
  })

  test('of a wide interval hold the values of all its numbers, and stay within -1 and 1', () => {
    fc.assert(
      fc.property(any, fc.bigInt(0n, 3000n), fc.bigInt(0n, 1000n), precision, (x, w, share, bits) => {
        const lo = enclose(x, bits).lo
        const size = (w << BigInt(bits)) / 1000n
        const inside = lo + (size * share) / 1000n
        const top = 1n << BigInt(bits)
        for (const of of [sinInterval, cosInterval]) {
          const whole = of({ lo, hi: lo + size, bits })
          expect(overlap(whole, of({ lo: inside, hi: inside, bits }))).toBe(true)
          expect(whole.lo >= -top && whole.hi <= top).toBe(true)
        }
      }),
    )
  })

  test('of 0 they are exact', () => {
    expect(sinInterval(enclose(rationals.zero, 50))).toEqual(enclose(rationals.zero, 50))
    expect(cosInterval(enclose(rationals.zero, 50))).toEqual(one(50))
  })
})
