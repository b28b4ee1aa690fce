import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  AtomTable,
  atomField,
  erfSlope,
  type Scalar,
  spellScalar,
  transcendentalDuals,
} from '@/lib/exact/atoms'
import { Budget } from '@/lib/exact/budget'
import { rational } from '@/lib/exact/rational'
import { readCell } from '@/lib/language/answer/cell'

const fresh = () => atomField(new Budget({ work: 20_000_000, digits: 4096 }), new AtomTable())
const field = fresh()
const { add, sub, mul, div, neg, pi, sin, cos, erf, exp, log, sqrt, fromRational } = field
const number = (n: number, d = 1): Scalar => fromRational(rational(n, d))
const turn = (n: number, d: number): Scalar => mul(number(n, d), pi())

const shown = (value: Scalar): string => spellScalar(value)

describe('exact forms', () => {
  test('at multiples of pi/6 and pi/4 the sine and the cosine are roots', () => {
    const sines = [0, 1, 2, 3, 4, 6, 8, 9, 10, 12, 18].map(n => shown(sin(turn(n, 12))))
    expect(sines).toEqual([
      '0',
      'sin(pi/12)',
      '1/2',
      'sqrt(2)/2',
      'sqrt(3)/2',
      '1',
      'sqrt(3)/2',
      'sqrt(2)/2',
      '1/2',
      '0',
      '-1',
    ])
    expect([0, 2, 3, 4, 6, 12].map(n => shown(cos(turn(n, 12))))).toEqual([
      '1',
      'sqrt(3)/2',
      'sqrt(2)/2',
      '1/2',
      '0',
      '-1',
    ])
  })

  test('whole quarter turns come out; the sine and erf are odd, the cosine is even', () => {
    expect(shown(sin(add(number(1), pi())))).toBe('-sin(1)')
    expect(shown(cos(sub(div(pi(), number(2)), number(2))))).toBe('sin(2)')
    expect(shown(sin(number(-3, 2)))).toBe('-sin(3/2)')
    expect(shown(cos(number(-3, 2)))).toBe('cos(3/2)')
    expect(shown(erf(number(-1)))).toBe('-erf(1)')
    expect(shown(erf(number(0)))).toBe('0')
    expect(shown(div(mul(pi(), pi()), mul(number(2), pi())))).toBe('pi/2')
    expect(shown(erfSlope(field, number(0)))).toBe('2*sqrt(pi)/pi')
  })

  test('are read back by a cell', () => {
    const table = new AtomTable()
    const own = atomField(new Budget({ work: 20_000_000, digits: 4096 }), table)
    const values = [
      own.pi(),
      own.sin(rational(1, 3)),
      own.div(own.cos(rational(2)), own.erf(rational(1))),
      own.sqrt(own.pi()),
      own.exp(own.pi()),
      own.log(own.pi()),
      own.div(own.sub(own.sin(rational(1)), own.one), own.add(own.pi(), own.one)),
      own.exp(own.sin(own.sqrt(rational(2)))),
      erfSlope(own, rational(1, 2)),
    ]
    for (const value of values) {
      const read = readCell(shown(value), { vocabulary: { nodes: [] }, table: () => table })
      expect(read.ok && own.equals(read.value, value), shown(value)).toBe(true)
    }
  })
})

describe('equality and signs', () => {
  test('sin^2 + cos^2 is 1 by a rule, other identities by 300 digits', () => {
    for (const x of [number(1), number(2, 7), sqrt(number(2)), exp(number(1)), field.symbol('x')]) {
      const [s, c] = [sin(x), cos(x)]
      expect(field.compare(add(mul(s, s), mul(c, c)), number(1)).equal).toBe(true)
      const twice = field.compare(sin(add(x, x)), mul(number(2), mul(s, c)))
      expect(twice).toEqual({ equal: true, reason: 'agrees' })
      expect(field.equals(cos(add(x, x)), mul(number(2), mul(s, c)))).toBe(false)
    }
  })

  test('pi is told from what is near it, and is no root of a polynomial', () => {
    expect(field.compare(pi(), number(355, 113))).toEqual({ equal: false, reason: 'field' })
    expect(field.sign(sub(pi(), number(22, 7)))).toBe(-1)
    const linear = add(mul(number(3), pi()), mul(sqrt(number(2)), log(number(2))))
    expect(field.compare(linear, add(linear, number(0)))).toEqual({ equal: true, reason: 'field' })
    expect(field.equals(mul(pi(), pi()), add(number(10), neg(number(1, 8))))).toBe(false)
    expect(
      [sin(number(4)), cos(number(2)), erf(number(-1)), sub(erf(number(1)), erf(number(2)))].map(field.sign),
    ).toEqual([-1, -1, -1, -1])
    // A sine of a number near pi is small, and still has its sign.
    expect(field.sign(sin(number(355, 113)))).toBe(-1)
  })

  test('a value behind a veil has its sine', () => {
    const long = Array.from({ length: 12 }, (_, n) => exp(number(1, n + 2))).reduce((a, b) =>
      div(b, add(a, number(1))),
    )
    const [s, c] = [sin(long), cos(long)]
    expect(field.equals(add(mul(s, s), mul(c, c)), number(1))).toBe(true)
    expect(field.equals(erf(neg(long)), neg(erf(long)))).toBe(true)
  })
})

test('numbers, multiples of pi and whole turns: what is taken out changes no value', () => {
  const small = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 12 }))
  fc.assert(
    fc.property(small, small, ([a, b], [n, d]) => {
      const x = add(number(a, b), turn(n, d))
      // sin(p + q) by the theorem of addition, over forms from which nothing is taken out.
      const [s, c] = [sin(number(a, b)), cos(number(a, b))]
      const [t, u] = [sin(turn(n, d)), cos(turn(n, d))]
      expect(field.equals(sin(x), add(mul(s, u), mul(c, t)))).toBe(true)
      expect(field.equals(cos(x), sub(mul(c, u), mul(s, t)))).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('dual numbers: the slopes of sin, cos and erf agree with difference quotients', () => {
  const duals = transcendentalDuals(fresh())
  const float = (value: Scalar): number => Number(field.significant(value, 15))
  for (const x of [rational(0), rational(1), rational(-5, 2), rational(9, 4)]) {
    const at = { value: x as Scalar, derivative: rational(1) as Scalar }
    const own = Number(x.n) / Number(x.d)
    expect(float(duals.sin(at).derivative)).toBeCloseTo(Math.cos(own), 12)
    expect(float(duals.cos(at).derivative)).toBeCloseTo(-Math.sin(own), 12)
    expect(float(duals.erf(at).derivative)).toBeCloseTo((2 / Math.sqrt(Math.PI)) * Math.exp(-own * own), 12)
  }
})
