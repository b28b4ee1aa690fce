import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWithin, leastSize, log2Size, roundedDecimal } from '@/lib/exact/interval/digits'
import {
  addIntervals,
  enclose,
  type Interval,
  mulIntervals,
  negInterval,
  powInterval,
  reciprocal,
  rescale,
  scaleInterval,
  sideOf,
} from '@/lib/exact/interval/interval'
import { integerSqrt, sqrtInterval } from '@/lib/exact/interval/sqrt'
import { compareRational, powRational, type Rational, rational, rationals } from '@/lib/exact/rational'
import { anyRational } from '../random'

function holds({ lo, hi, bits }: Interval, value: Rational): boolean {
  const low = rational(lo, 1n << BigInt(bits))
  const high = rational(hi, 1n << BigInt(bits))
  return compareRational(low, value) <= 0 && compareRational(value, high) <= 0
}

const bits = fc.integer({ min: 1, max: 200 })

/** An interval around a rational, not only the narrowest one. */
function around(value: Rational, precision: number, below: bigint, above: bigint): Interval {
  const { lo, hi } = enclose(value, precision)
  return { lo: lo - below, hi: hi + above, bits: precision }
}

const slack = fc.bigInt(0n, 1n << 40n)

describe('interval arithmetic', () => {
  test('holds the exact result of + - * 1/x and powers, for any intervals around the operands', () => {
    fc.assert(
      fc.property(anyRational, anyRational, bits, slack, slack, fc.bigInt(0n, 9n), (x, y, p, s, t, k) => {
        const a = around(x, p, s, t)
        const b = around(y, p, t, s)
        expect(holds(addIntervals(a, b), rationals.add(x, y))).toBe(true)
        expect(holds(negInterval(a), rationals.neg(x))).toBe(true)
        expect(holds(mulIntervals(a, b), rationals.mul(x, y))).toBe(true)
        expect(holds(scaleInterval(a, y), rationals.mul(x, y))).toBe(true)
        expect(holds(powInterval(a, k), powRational(x, Number(k)))).toBe(true)
        const over = reciprocal(a)
        if (over) expect(holds(over, rationals.div(rationals.one, x))).toBe(true)
        else expect(a.lo <= 0n && a.hi >= 0n).toBe(true)
      }),
    )
  })

  test('the narrowest enclosure is a point or one unit wide', () => {
    fc.assert(
      fc.property(anyRational, bits, (x, p) => {
        const a = enclose(x, p)
        expect(holds(a, x)).toBe(true)
        expect(a.hi - a.lo).toBe((x.n << BigInt(p)) % x.d === 0n ? 0n : 1n)
      }),
    )
  })

  test('changing the precision keeps the value inside and goes back and forth', () => {
    fc.assert(
      fc.property(anyRational, bits, bits, (x, p, r) => {
        const a = enclose(x, p)
        const changed = rescale(a, r)
        expect(changed.bits).toBe(r)
        expect(holds(changed, x)).toBe(true)
        if (r >= p) expect(rescale(changed, p)).toEqual(a)
      }),
    )
  })

  test('sides are told only where the whole interval lies there', () => {
    expect(sideOf({ lo: 1n, hi: 2n, bits: 1 })).toBe(1)
    expect(sideOf({ lo: -2n, hi: -1n, bits: 1 })).toBe(-1)
    expect(sideOf({ lo: 0n, hi: 1n, bits: 1 })).toBe(null)
    expect(sideOf({ lo: -1n, hi: 0n, bits: 1 })).toBe(null)
  })

  test('sizes bound what they say', () => {
    expect(leastSize({ lo: -8n, hi: -3n, bits: 1 })).toBe(3n)
    expect(leastSize({ lo: -8n, hi: 3n, bits: 1 })).toBe(0n)
    fc.assert(
      fc.property(anyRational, bits, (x, p) => {
        const bound = powRational(rational(2), log2Size(enclose(x, p)))
        const size = x.n < 0n ? rationals.neg(x) : x
        expect(compareRational(size, bound)).toBeLessThanOrEqual(0)
      }),
    )
    expect(log2Size({ lo: 0n, hi: 9n, bits: 0 })).toBe(4)
    expect(log2Size({ lo: -1n, hi: 1n, bits: 0 })).toBe(0)
  })

  test('a width is compared with a size in decimal digits', () => {
    expect(isWithin({ lo: 0n, hi: 1n, bits: 8 }, 1000n, 3)).toBe(true)
    expect(isWithin({ lo: 0n, hi: 1n, bits: 8 }, 999n, 3)).toBe(false)
  })
})

describe('square roots', () => {
  test('the integer root is the floor', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 60n), n => {
        const root = integerSqrt(n)
        expect(root * root <= n && n < (root + 1n) * (root + 1n)).toBe(true)
        expect(integerSqrt(n * n)).toBe(n)
      }),
    )
  })

  test('the integer root of small numbers', () => {
    for (let root = 0n; root < 12n; root += 1n) {
      for (let n = root * root; n < (root + 1n) * (root + 1n); n += 1n) expect(integerSqrt(n)).toBe(root)
    }
  })

  test('the square of the enclosure holds the argument, and it is at most two units wide', () => {
    fc.assert(
      fc.property(anyRational, bits, (x, p) => {
        const a = enclose(x, p)
        const root = sqrtInterval(a)
        expect(root === null).toBe(a.lo < 0n)
        if (!root) return
        expect(root.lo * root.lo <= a.lo << BigInt(p)).toBe(true)
        expect(root.hi * root.hi >= a.hi << BigInt(p)).toBe(true)
        if (a.lo === a.hi) expect(root.hi - root.lo <= 1n).toBe(true)
      }),
    )
  })

  test('of a square it is a point', () => {
    const root = sqrtInterval(enclose(rational(9, 4), 10))
    expect(root).toEqual(enclose(rational(3, 2), 10))
  })
})

describe('decimals', () => {
  test('are certified, or not given', () => {
    expect(roundedDecimal(enclose(rational(1, 3), 64), 4)).toBe('0.3333')
    expect(roundedDecimal(enclose(rational(-2, 3), 64), 0)).toBe('-1')
    expect(roundedDecimal(enclose(rational(-1, 1000), 64), 2)).toBe('0.00')
    expect(roundedDecimal(enclose(rational(1, 8), 64), 2)).toBe('0.13')
    expect(roundedDecimal({ lo: (1n << 61n) - 1n, hi: (1n << 61n) + 1n, bits: 64 }, 2)).toBe(null)
  })
})

describe('at the bounds', () => {
  const units = (lo: bigint, hi: bigint): Interval => ({ lo, hi, bits: 3 })

  test('what touches 0 has no reciprocal', () => {
    for (const a of [units(0n, 1n), units(-1n, 0n), units(0n, 0n)]) expect(reciprocal(a)).toBeNull()
    expect(reciprocal(units(8n, 16n))).toEqual(units(4n, 8n))
    expect(reciprocal(units(-16n, -8n))).toEqual(units(-8n, -4n))
  })

  test('an end at 0 is on no side, and has no size', () => {
    expect([units(0n, 1n), units(-1n, 0n), units(1n, 2n), units(-2n, -1n)].map(sideOf)).toEqual([
      null,
      null,
      1,
      -1,
    ])
    expect([units(0n, 1n), units(-1n, 0n), units(1n, 2n), units(-2n, -1n)].map(leastSize)).toEqual([
      0n,
      0n,
      1n,
      1n,
    ])
  })

  test('a width that is just narrow enough, far away from 0', () => {
    expect(isWithin(units(1000n, 1001n), 100n, 2)).toBe(true)
    expect(isWithin(units(1000n, 1002n), 100n, 2)).toBe(false)
  })

  test('the powers of two that bound a size', () => {
    const size = (n: bigint) => log2Size({ lo: n, hi: n, bits: 0 })
    expect([0n, 1n, 2n, 3n, 4n, 5n, -4n, -5n].map(size)).toEqual([0, 0, 1, 2, 2, 3, 2, 3])
  })

  test('zero is written without a sign', () => {
    expect(roundedDecimal(units(0n, 0n), 2)).toBe('0.00')
    expect(roundedDecimal(units(-2n, -2n), 2)).toBe('-0.25')
  })
})
