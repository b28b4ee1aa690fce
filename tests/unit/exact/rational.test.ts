import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gcd } from '@/lib/exact/gcd'
import { power } from '@/lib/exact/power'
import { showCount } from '@/lib/exact/print'
import {
  compareRational,
  decimalOf,
  powRational,
  type Rational,
  rational,
  rationals,
  shortest,
  showRational,
  significant,
} from '@/lib/exact/rational'
import { testFieldLaws } from './field-laws'
import { anyRational, nonZero } from './random'

testFieldLaws('rationals', rationals, anyRational, nonZero)

function schoolGcd(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : schoolGcd(b, a % b)
}

function isLowest({ n, d }: Rational): boolean {
  return d > 0n && schoolGcd(n, d) === 1n
}

describe('rationals', () => {
  test('gcd agrees with the school algorithm across the limit of floats', () => {
    const part = fc.oneof(
      fc.bigInt(-50n, 50n),
      fc.bigInt(2n ** 52n, 2n ** 54n),
      fc.bigInt(-(2n ** 90n), 2n ** 90n),
    )
    fc.assert(
      fc.property(part, part, part, (a, b, c) => {
        expect(gcd(a * c, b * c)).toBe(schoolGcd(a * c, b * c))
      }),
    )
  })

  test('every result is in lowest terms and is the schoolbook one', () => {
    fc.assert(
      fc.property(anyRational, anyRational, (a, b) => {
        const results: [Rational, bigint, bigint][] = [
          [rationals.add(a, b), a.n * b.d + b.n * a.d, a.d * b.d],
          [rationals.sub(a, b), a.n * b.d - b.n * a.d, a.d * b.d],
          [rationals.mul(a, b), a.n * b.n, a.d * b.d],
        ]
        if (b.n !== 0n) results.push([rationals.div(a, b), a.n * b.d, a.d * b.n])
        for (const [result, n, d] of results) {
          expect(isLowest(result)).toBe(true)
          expect(result.n * d).toBe(n * result.d)
        }
      }),
    )
  })

  test('powers agree with repeated multiplication, by either way of computing them', () => {
    fc.assert(
      fc.property(nonZero, fc.integer({ min: -12, max: 12 }), (a, k) => {
        let product = rationals.one
        for (let i = 0; i < Math.abs(k); i += 1) product = rationals.mul(product, a)
        const expected = k < 0 ? rationals.div(rationals.one, product) : product
        expect(powRational(a, k)).toEqual(expected)
        expect(power(rationals, a, k)).toEqual(expected)
      }),
    )
    expect(powRational(rationals.zero, 0)).toEqual(rationals.one)
  })

  test('order agrees with the sign of the difference', () => {
    fc.assert(
      fc.property(anyRational, anyRational, (a, b) => {
        expect(compareRational(a, b)).toBe(rationals.sign(rationals.sub(a, b)))
      }),
    )
  })

  test('signs, order and equality of a few, written out', () => {
    const [minus, zero, half] = [rational(-1, 2), rational(0), rational(1, 2)]
    expect([minus, zero, half].map(rationals.sign)).toEqual([-1, 0, 1])
    expect([minus, zero, half].map(a => compareRational(a, zero))).toEqual([-1, 0, 1])
    expect([rational(1, 3), half, rational(3, 2)].map(a => rationals.equals(a, half))).toEqual([
      false,
      true,
      false,
    ])
  })

  test('the sign of a denominator goes to the numerator', () => {
    expect(rational(3, -6)).toEqual({ n: -1n, d: 2n })
    expect(rational(-3, -6)).toEqual({ n: 1n, d: 2n })
    expect(rational(0, -5)).toEqual({ n: 0n, d: 1n })
  })

  test('a denominator of 0 and division by 0 are bugs', () => {
    expect(() => rational(1, 0)).toThrow('a rational with denominator 0')
    expect(() => rationals.div(rationals.one, rationals.zero)).toThrow('division by zero: ask isZero first')
  })
})

describe('printing', () => {
  test.each([
    [0, '0'],
    [999, '999'],
    [4096, '4,096'],
    [10_000, '10,000'],
    [1_234_567, '1,234,567'],
  ])('a count of %d is told as %s', (count, text) => {
    expect(showCount(count)).toBe(text)
  })

  const parse = (text: string): Rational => {
    const [n = '', d = '1'] = text.split('/')
    return rational(BigInt(n), BigInt(d))
  }
  const parseDecimal = (text: string): Rational => {
    const [whole = '', fraction = ''] = text.split('.')
    return rational(BigInt(whole + fraction), 10n ** BigInt(fraction.length))
  }

  test('fractions round-trip', () => {
    fc.assert(
      fc.property(anyRational, q => {
        expect(parse(showRational(q))).toEqual(q)
      }),
    )
  })

  test('a decimal exists exactly for denominators of twos and fives, and round-trips without a spare zero', () => {
    fc.assert(
      fc.property(anyRational, fc.nat(12), fc.nat(12), (q, twos, fives) => {
        const finite = rational(q.n, 2n ** BigInt(twos) * 5n ** BigInt(fives))
        const text = decimalOf(finite)
        expect(text).not.toBeNull()
        expect(parseDecimal(text!)).toEqual(finite)
        expect(text).toMatch(/^-?\d+(\.\d*[1-9])?$/)
        expect(decimalOf(rational(3n * q.n + 1n, 3n * q.d))).toBeNull()
      }),
    )
  })

  test.each([
    [rational(-7, 4), '-7/4', '-1.75', '-7/4'],
    [rational(3), '3', '3', '3'],
    [rational(-1, 2), '-1/2', '-0.5', '-0.5'],
    [rational(1, 4), '1/4', '0.25', '1/4'],
    [rational(-1, 1000), '-1/1000', '-0.001', '-0.001'],
    [rational(1, 3), '1/3', null, '1/3'],
    [rational(0), '0', '0', '0'],
  ])('%o', (q, fraction, decimal, short) => {
    expect(showRational(q)).toBe(fraction)
    expect(decimalOf(q)).toBe(decimal)
    expect(shortest(q)).toBe(short)
  })
})

describe('significant figures', () => {
  test.each([
    [1, 3, '0.3333'],
    [-2, 3, '-0.6667'],
    [2, 1, '2.000'],
    [0, 1, '0'],
    [123456, 1, '123500'],
    [99995, 10, '10000'],
    [1, 8000, '0.0001250'],
    [1, 3_000_000_000, '3.333e-10'],
    [-1, 20000, '-0.00005000'],
  ])('%i/%i is %s', (n, d, text) => {
    expect(significant(rational(n, d), 4)).toBe(text)
  })

  test('no number of as many figures is nearer, and there are as many of them', () => {
    fc.assert(
      fc.property(nonZero, fc.integer({ min: 1, max: 9 }), (q, figures) => {
        const text = significant(q, figures)
        const [digits = '', exponent = '0'] = text.split('e')
        const bare = digits.replace(/^-?(0\.)?0*|\./g, '')
        if (exponent !== '0' || digits.includes('.')) expect(bare.length).toBe(figures)
        const places = (digits.split('.')[1] ?? '').length
        const scale = powRational(rational(10), Number(exponent) - places)
        const value = rationals.mul(rational(BigInt(digits.replace('.', ''))), scale)
        // The last figure of an integer stands as many places before the point as it has zeros for figures.
        const kept = places > 0 || exponent !== '0' ? 0 : Math.max(0, bare.length - figures)
        const unit = rationals.mul(scale, powRational(rational(10), kept))
        const off = rationals.sub(value, q)
        const distance = off.n < 0n ? rationals.neg(off) : off
        expect(compareRational(rationals.mul(distance, rational(2)), unit)).not.toBe(1)
      }),
    )
  })
})
