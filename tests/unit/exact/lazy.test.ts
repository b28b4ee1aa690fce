import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atomField } from '@/lib/exact/atoms'
import { Budget } from '@/lib/exact/budget'
import { callInterval } from '@/lib/exact/interval/call'
import { expInterval } from '@/lib/exact/interval/exp'
import { enclose, type Interval } from '@/lib/exact/interval/interval'
import { logInterval } from '@/lib/exact/interval/log'
import { type Bounds, type LazyField, lazyField } from '@/lib/exact/lazy'
import {
  addBounds,
  boundsOfRational,
  callBounds,
  divBounds,
  expBounds,
  logBounds,
  mulBounds,
  sqrtBounds,
  subBounds,
} from '@/lib/exact/lazy/bounds'
import { compareRational, type Rational, rational, rationals } from '@/lib/exact/rational'
import { takesLong } from '../../takes-long'
import { anyTree, binary, build, enclosure, number, positiveTree, respelt, unary } from './atoms/trees'
import { anyRational } from './random'

takesLong()

const limits = { work: 5e7, digits: 4096 }

function fields(): { lazy: LazyField; exact: ReturnType<typeof atomField> } {
  const budget = new Budget(limits)
  const exact = atomField(budget)
  return { exact, lazy: lazyField(exact, budget) }
}

/** The very number that a float is. */
function exactly(float: number): Rational {
  let [top, halvings] = [float, 0]
  // Halves of the exponent by turns, so that no step of it overflows.
  for (; !Number.isInteger(top); halvings += 1) top *= 2
  return rational(BigInt(top), 1n << BigInt(halvings))
}

const isLine = ({ lo, hi }: Bounds): boolean => !(Number.isFinite(lo) && Number.isFinite(hi))

function holds(bounds: Bounds, value: Rational): boolean {
  const { lo, hi } = bounds
  const [low, high] = [Number.isFinite(lo) ? exactly(lo) : null, Number.isFinite(hi) ? exactly(hi) : null]
  return (
    (low === null || compareRational(low, value) <= 0) && (high === null || compareRational(value, high) <= 0)
  )
}

/** Whether bounds and a thin enclosure, which hold one number both, meet. */
function meets(bounds: Bounds, { lo, hi, bits }: Interval): boolean {
  const unit = 1n << BigInt(bits)
  const [low, high] = [rational(lo, unit), rational(hi, unit)]
  if (isLine(bounds)) return true
  return compareRational(exactly(bounds.lo), high) <= 0 && compareRational(low, exactly(bounds.hi)) <= 0
}

const anyFloat = fc.double({ noNaN: true, noDefaultInfinity: true })
const point = (float: number): Bounds => ({ lo: float, hi: float })

describe('bounds hold what they are of', () => {
  test('of sums, differences, products and quotients of any floats', () => {
    fc.assert(
      fc.property(anyFloat, anyFloat, (a, b) => {
        const [x, y] = [exactly(a), exactly(b)]
        expect(holds(addBounds(point(a), point(b)), rationals.add(x, y))).toBe(true)
        expect(holds(subBounds(point(a), point(b)), rationals.sub(x, y))).toBe(true)
        expect(holds(mulBounds(point(a), point(b)), rationals.mul(x, y))).toBe(true)
        if (b !== 0) expect(holds(divBounds(point(a), point(b)), rationals.div(x, y))).toBe(true)
      }),
      { numRuns: 5000 },
    )
  })

  test('of products and quotients of numbers between floats', () => {
    const share = fc.integer({ min: 0, max: 16 })
    fc.assert(
      fc.property(anyFloat, anyFloat, anyFloat, anyFloat, share, share, (a, b, c, d, p, q) => {
        const between = (lo: number, hi: number, at: number) =>
          rationals.add(exactly(lo), rationals.mul(rationals.sub(exactly(hi), exactly(lo)), rational(at, 16)))
        const [x, y] = [
          { lo: Math.min(a, b), hi: Math.max(a, b) },
          { lo: Math.min(c, d), hi: Math.max(c, d) },
        ]
        const [left, right] = [between(x.lo, x.hi, p), between(y.lo, y.hi, q)]
        expect(holds(mulBounds(x, y), rationals.mul(left, right))).toBe(true)
        if (right.n !== 0n) expect(holds(divBounds(x, y), rationals.div(left, right))).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  test('of a rational with parts of any length', () => {
    fc.assert(
      fc.property(fc.oneof(anyRational, fc.tuple(anyRational, fc.nat(400)).map(scaled)), value => {
        expect(holds(boundsOfRational(value), value)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  test('of roots, exponentials and logarithms', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-60, max: 1e60, noNaN: true }), value => {
        const { lo, hi } = sqrtBounds(point(value))
        const [low, high] = [exactly(lo), exactly(hi)]
        expect(compareRational(rationals.mul(low, low), exactly(value))).toBeLessThanOrEqual(0)
        expect(compareRational(rationals.mul(high, high), exactly(value))).toBeGreaterThanOrEqual(0)
        const log = logInterval(enclose(exactly(value), 500))
        if (log !== null) expect(meets(logBounds(point(value)), log)).toBe(true)
      }),
      { numRuns: 400 },
    )
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), value => {
        expect(meets(expBounds(point(value)), expInterval(enclose(exactly(value), 1200)))).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  test('of sin, cos and erf', () => {
    fc.assert(
      fc.property(fc.double({ min: -40, max: 40, noNaN: true }), value => {
        for (const name of ['sin', 'cos', 'erf'] as const) {
          const found = callBounds(name, point(value))
          expect(meets(found, callInterval(name, enclose(exactly(value), 300)))).toBe(true)
          expect(found.hi - found.lo).toBeLessThan(1e-12)
        }
      }),
      { numRuns: 200 },
    )
  })
})

function scaled([value, by]: [Rational, number]): Rational {
  return rationals.div(value, rational(10n ** BigInt(by)))
}

const choices = fc.array(fc.nat(5), { minLength: 8, maxLength: 8 })

describe('a lazy number', () => {
  test('lies within its bounds', () => {
    fc.assert(
      fc.property(anyTree, tree => {
        expect(meets(build(fields().lazy, tree), enclosure(tree, 1200))).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('has the exact value, sign and zero that the exact field has', () => {
    fc.assert(
      fc.property(anyTree, tree => {
        const { lazy, exact } = fields()
        const [value, right] = [build(lazy, tree), build(exact, tree)]
        expect(lazy.sign(value)).toBe(exact.sign(right))
        expect(lazy.isZero(value)).toBe(exact.isZero(right))
        expect(exact.equals(lazy.exactly.of(value), right)).toBe(true)
      }),
      { numRuns: 1500 },
    )
  })

  test('equals itself in another spelling, and no neighbour', () => {
    fc.assert(
      fc.property(fc.oneof(anyTree, positiveTree), choices, (tree, order) => {
        const { lazy } = fields()
        const value = build(lazy, tree)
        expect(lazy.equals(value, build(lazy, respelt(tree, order)))).toBe(true)
        const near = binary('add', tree, { op: 'number', value: rational(1n, 10n ** 40n) })
        expect(lazy.equals(value, build(lazy, near))).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })

  test('is equal without its exact value where it was computed alike', () => {
    const budget = new Budget(limits)
    const never = { ...atomField(budget), equals: () => expect.unreachable('nothing has to be proved') }
    const lazy = lazyField(never, budget)
    const tree = binary(
      'div',
      unary('exp', number(3, 7)),
      binary('add', number(1), unary('exp', number(2, 7))),
    )
    expect(lazy.equals(build(lazy, tree), build(lazy, tree))).toBe(true)
    const square = (value: typeof tree) => binary('mul', value, value)
    const turned = (a: typeof tree, b: typeof tree) => square(binary('sub', a, b))
    expect(lazy.equals(build(lazy, turned(tree, number(5))), build(lazy, turned(number(5), tree)))).toBe(true)
  })

  test('is worked out of a sum of very many terms', () => {
    const { lazy, exact } = fields()
    const term = lazy.exp(lazy.fromRational(rational(1, 3)))
    let sum = lazy.zero
    for (let nth = 0; nth < 20_000; nth += 1) sum = lazy.add(sum, term)
    const right = exact.mul(
      exact.fromRational(rational(20_000)),
      exact.exp(exact.fromRational(rational(1, 3))),
    )
    expect(exact.equals(lazy.exactly.of(sum), right)).toBe(true)
  })
})
