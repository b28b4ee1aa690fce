import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  AtomTable,
  atomField,
  isElement,
  type Scalar,
  transcendentalDuals,
  Undecided,
} from '@/lib/exact/atoms'
import { Budget, BudgetSpent, withinBudget } from '@/lib/exact/budget'
import { rational } from '@/lib/exact/rational'
import { message } from '@/lib/words/message'
import { takesLong } from '../../../takes-long'
import { testFieldLaws } from '../field-laws'
import { anyTree, build, number, positiveTree, type Tree, unary } from './trees'

takesLong()

const field = atomField(new Budget({ work: Number.POSITIVE_INFINITY, digits: 4096 }))

/** Small trees: the laws are tried on products of three, whose denominators differ. */
const leaf = fc.oneof(
  fc.tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: 1, max: 3 })).map(([n, d]) => number(n, d)),
  fc.integer({ min: 2, max: 6 }).map(n => unary('sqrt', number(n))),
  fc.integer({ min: -2, max: 2 }).map(n => unary('exp', number(n, 2))),
  fc.integer({ min: 2, max: 6 }).map(n => unary('log', number(n))),
)
const sums = fc.tuple(leaf, leaf).map(([a, b]): Tree => ({ op: 'add', a, b }))
const symbols = fc.constantFrom(...['x', 'y'].map(name => field.symbol(name)))
const scalars: fc.Arbitrary<Scalar> = fc.oneof(
  fc.oneof(leaf, sums).map(tree => build(field, tree)),
  fc.tuple(symbols, leaf).map(([x, tree]) => field.add(x, build(field, tree))),
)
const divisors = scalars.filter(a => !field.isZero(a))
const quotients = fc.tuple(scalars, divisors).map(([a, b]) => field.div(a, b))

testFieldLaws('atoms', field, quotients, divisors)

describe('the field of atoms', () => {
  test('rationals stay rationals, and come back as such', () => {
    const root = field.sqrt(rational(2))
    expect(isElement(root)).toBe(true)
    expect(field.mul(root, root)).toEqual(rational(2))
    expect(field.sub(root, root)).toEqual(rational(0))
    expect(field.add(rational(1, 2), rational(1, 3))).toEqual(rational(5, 6))
    expect(field.exp(rational(0))).toEqual(rational(1))
    expect(field.log(rational(1))).toEqual(rational(0))
    expect(field.sqrt(rational(0))).toEqual(rational(0))
    expect(field.sqrt(rational(9, 4))).toEqual(rational(3, 2))
  })

  test('exp and ln undo each other, roots square, exponents add', () => {
    let spent = 0
    fc.assert(
      fc.property(anyTree, anyTree, positiveTree, (a, b, p) => {
        const budget = new Budget({ work: 1e6, digits: 4096 })
        const local = atomField(budget)
        const laws = withinBudget(() => {
          const [x, y, z] = [build(local, a), build(local, b), build(local, p)]
          const root = local.sqrt(z)
          return [
            local.equals(local.exp(local.log(z)), z),
            local.equals(local.mul(root, root), z),
            local.equals(local.log(local.exp(x)), x),
            local.equals(local.exp(local.add(x, y)), local.mul(local.exp(x), local.exp(y))),
          ]
        })
        if (laws.ok) expect(laws.value).toEqual([true, true, true, true])
        else spent += 1
      }),
      { numRuns: 300 },
    )
    // Numbers such as e^(e^17) are too large to be compared, but they are rare among these.
    expect(spent).toBeLessThan(15)
  })

  test('elements of one table meet, whatever budget paid for them', () => {
    const table = new AtomTable()
    const one = atomField(new Budget({ work: 1e5, digits: 100 }), table)
    const other = atomField(new Budget({ work: 1e5, digits: 100 }), table)
    expect(other.sub(one.exp(rational(1)), other.exp(rational(1)))).toEqual(rational(0))
    expect(table.size).toBe(1)
  })

  test('symbols: identities hold, and what is no identity does not', () => {
    const x = field.symbol('x')
    const y = field.symbol('y')
    const squares = field.sub(field.mul(x, x), field.mul(y, y))
    expect(field.compare(field.div(squares, field.sub(x, y)), field.add(x, y))).toEqual({
      equal: true,
      reason: 'identity',
    })
    expect(field.compare(x, y)).toEqual({ equal: false, reason: 'identity' })
    const sigmoid = (a: Scalar): Scalar => field.div(field.one, field.add(field.one, field.exp(field.neg(a))))
    const opposite = field.sub(field.one, sigmoid(x))
    expect(field.compare(sigmoid(field.neg(x)), opposite)).toEqual({ equal: true, reason: 'identity' })
    expect(field.compare(sigmoid(x), opposite)).toEqual({ equal: false, reason: 'identity' })
    const softplus = (a: Scalar): Scalar => field.log(field.add(field.one, field.exp(a)))
    expect(field.equals(field.sub(softplus(x), softplus(field.neg(x))), x)).toBe(true)
    expect(field.compare(softplus(x), softplus(y)).equal).toBe(false)
  })

  test('a gate is its own square, and divides nothing that it can make zero', () => {
    const gate = field.gate('x')
    expect(field.equals(field.mul(gate, gate), gate)).toBe(true)
    expect(field.compare(gate, field.one)).toEqual({ equal: false, reason: 'identity' })
    expect(() => field.isZero(gate)).toThrow(Undecided)
    expect(() => field.div(field.one, gate)).toThrow(Undecided)
    const away = field.sub(rational(2), gate)
    expect(field.isZero(away)).toBe(false)
    expect(field.equals(field.div(away, away), field.one)).toBe(true)
    expect(field.equals(field.div(field.one, away), field.div(field.add(field.one, gate), rational(2)))).toBe(
      true,
    )
  })

  test('signs: of rationals, of values, of what is positive for every symbol; else undecided', () => {
    expect(field.sign(rational(-1, 2))).toBe(-1)
    expect(field.sign(field.sub(field.exp(rational(1)), rational(3)))).toBe(-1)
    const x = field.symbol('x')
    expect(field.sign(field.add(field.one, field.exp(x)))).toBe(1)
    expect(field.sign(field.add(field.one, field.mul(x, x)))).toBe(1)
    expect(field.sign(field.neg(field.add(field.one, field.mul(x, x))))).toBe(-1)
    expect(() => field.sign(x)).toThrow(Undecided)
    expect(() => field.sign(field.mul(x, x))).toThrow(Undecided)
    expect(() => field.log(x)).toThrow(BudgetSpent)
  })

  test('what cannot be decided goes out by the door of budgets', () => {
    const budget = new Budget({ work: 1e5, digits: 100 })
    const local = atomField(budget)
    expect(withinBudget(() => local.sign(local.symbol('x')))).toEqual({
      ok: false,
      reason: message('budget.sign-depends-on-symbols'),
    })
  })

  test('roots and logarithms of what has none are bugs of the caller, never a value', () => {
    const negative = field.sub(field.exp(rational(1)), rational(3))
    for (const a of [rational(-2), negative]) {
      expect(() => field.sqrt(a)).toThrow(RangeError)
      expect(() => field.log(a)).toThrow(RangeError)
    }
    expect(() => field.log(rational(0))).toThrow(RangeError)
  })

  test('formal zero divides nothing', () => {
    const root = field.sqrt(rational(2))
    const zero = field.sub(field.mul(root, field.sqrt(rational(3))), field.sqrt(rational(6)))
    expect(field.isZero(zero)).toBe(true)
    expect(() => field.div(field.one, zero)).toThrow(RangeError)
    const e = field.exp(rational(1))
    const hidden = field.sub(
      field.div(e, field.add(field.one, e)),
      field.div(field.one, field.add(field.one, field.exp(rational(-1)))),
    )
    expect(field.isZero(hidden)).toBe(true)
  })
})

describe('dual numbers over atoms', () => {
  const duals = transcendentalDuals(field)
  test('derivatives of sigmoid, ln cosh and sqrt are the textbook ones', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 1, max: 4 }), (n, d) => {
        const x = { value: rational(n, d), derivative: field.one }
        const sigmoid = duals.div(duals.one, duals.add(duals.one, duals.exp(duals.neg(x))))
        const { value: s } = sigmoid
        expect(field.equals(sigmoid.derivative, field.mul(s, field.sub(field.one, s)))).toBe(true)
        const softplus = duals.log(duals.add(duals.one, duals.exp(x)))
        expect(field.equals(softplus.derivative, s)).toBe(true)
        const square = duals.add(duals.mul(x, x), duals.one)
        const root = duals.sqrt(square)
        expect(field.equals(root.derivative, field.div(x.value, root.value))).toBe(true)
      }),
      { numRuns: 50 },
    )
  })
})
