import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AtomTable, gatedField, holdsSymbols, type Scalar } from '@/lib/exact/atoms'
import { Budget } from '@/lib/exact/budget'
import { rational } from '@/lib/exact/rational'

const field = gatedField(new Budget({ work: 1e8, digits: 4096 }), new AtomTable())
const { add, sub, mul, div, neg, symbol, step, compare, zero, one } = field
const [x, y] = [symbol('x'), symbol('y')]
const q = (n: number, d = 1): Scalar => field.fromRational(rational(n, d))
const relu = (a: Scalar): Scalar => mul(a, step(a))
const same = (a: Scalar, b: Scalar): boolean => compare(a, b).equal

interface Program {
  readonly over: Scalar
  readonly at: (x: number, y: number) => number
}

describe('step of a value with symbols', () => {
  test('is 0 or 1 where the sign is known', () => {
    expect(step(q(3, 7))).toEqual(one)
    expect(step(zero)).toEqual(zero)
    expect(step(q(-2))).toEqual(zero)
    expect(step(add(mul(x, x), one))).toEqual(one)
    expect(step(neg(add(mul(x, x), one)))).toEqual(zero)
  })

  test('equal arguments share a gate, also up to a positive factor', () => {
    const p = sub(mul(x, y), q(2))
    expect(same(step(p), step(mul(q(3, 5), p)))).toBe(true)
    expect(same(step(p), step(div(p, add(mul(x, x), one))))).toBe(true)
    expect(same(step(x), field.gate('x'))).toBe(true)
    expect(same(mul(step(p), step(p)), step(p))).toBe(true)
  })

  test('a gate in front changes nothing behind it', () => {
    const p = add(x, y)
    expect(same(step(relu(p)), step(p))).toBe(true)
    expect(same(relu(relu(p)), relu(p))).toBe(true)
    expect(same(step(step(p)), step(p))).toBe(true)
  })

  test('what differs somewhere is never equal: opposite signs, another argument, a kink', () => {
    const pairs: [Scalar, Scalar][] = [
      [step(x), step(neg(x))],
      [step(x), sub(one, step(neg(x)))],
      [step(x), step(add(x, one))],
      [step(x), step(mul(x, y))],
      [relu(x), x],
      [add(relu(x), relu(neg(x))), x],
      [step(div(x, y)), step(x)],
      [step(add(relu(x), y)), mul(step(x), step(add(x, y)))],
      [step(add(mul(x, step(y)), relu(x))), mul(step(y), step(x))],
    ]
    for (const [a, b] of pairs) expect(same(a, b)).toBe(false)
  })

  test('symbols are found wherever they stand, and in no number', () => {
    const e = field.exp(one)
    const holding = [x, step(x), add(e, mul(x, e)), div(one, add(x, one)), field.exp(x), div(e, add(y, e))]
    expect(holding.map(holdsSymbols)).toEqual(holding.map(() => true))
    expect([one, e, div(one, add(e, one)), field.sqrt(q(2))].map(holdsSymbols)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  /** Programs over two symbols, told over symbols and over numbers alike. */
  test('equal over symbols is equal at every point', () => {
    const leaf = fc.constantFrom<Program>(
      { over: x, at: a => a },
      { over: y, at: (_, b) => b },
      { over: one, at: () => 1 },
      { over: q(-2), at: () => -2 },
    )
    const grow = (inner: fc.Arbitrary<Program>): fc.Arbitrary<Program> =>
      fc.oneof(
        leaf,
        inner.map(a => ({ over: relu(a.over), at: (s: number, t: number) => Math.max(0, a.at(s, t)) })),
        inner.map(a => ({ over: step(a.over), at: (s: number, t: number) => (a.at(s, t) > 0 ? 1 : 0) })),
        fc.tuple(inner, inner).map(([a, b]) => ({
          over: add(a.over, b.over),
          at: (s: number, t: number) => a.at(s, t) + b.at(s, t),
        })),
        fc.tuple(inner, inner).map(([a, b]) => ({
          over: mul(a.over, b.over),
          at: (s: number, t: number) => a.at(s, t) * b.at(s, t),
        })),
      )
    const program = grow(grow(grow(leaf)))
    let equal = 0
    fc.assert(
      fc.property(program, program, (a, b) => {
        if (!same(a.over, b.over)) return
        equal += 1
        for (let s = -3; s <= 3; s += 1)
          for (let t = -3; t <= 3; t += 1) expect(a.at(s, t) === b.at(s, t)).toBe(true)
      }),
      { numRuns: 1500 },
    )
    expect(equal).toBeGreaterThan(30)
  })
})
