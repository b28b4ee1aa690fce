import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AtomField,
  AtomTable,
  atomField,
  decimal,
  exactText,
  type Scalar,
  spellScalar,
} from '@/lib/exact/atoms'
import { isVeiled } from '@/lib/exact/atoms/element'
import { Budget, type Outcome, withinBudget } from '@/lib/exact/budget'
import { sigmoid, tanh } from '@/lib/exact/elementary'
import { roundedDecimal } from '@/lib/exact/interval/digits'
import { rational } from '@/lib/exact/rational'
import { takesLong } from '../../../takes-long'
import { binary, build, enclosure, number, type Tree, unary } from './trees'

takesLong()

const digits = 4096
const fieldOf = (work = 1e8): AtomField => atomField(new Budget({ work, digits }))

const veiled = (a: Scalar): boolean => 'top' in a && isVeiled(a)

/** 1 + e^x for many x, multiplied out: more terms than an exact form keeps. */
function longProduct(field: AtomField, factors: number): Scalar {
  let product: Scalar = field.one
  for (let k = 1; k <= factors; k++) {
    product = field.mul(product, field.add(field.one, field.exp(rational(1, k + 1))))
  }
  return product
}

describe('the digits of long forms', () => {
  const weight = fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 1, max: 10 }))
  const layer = fc.array(fc.array(weight, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 })

  /** 1 / (1 + e^-x) as a tree. */
  const sigmoidTree = (x: Tree): Tree =>
    binary('div', number(1), binary('add', number(1), unary('exp', unary('neg', x))))

  test('are those of interval arithmetic on the same network', () => {
    fc.assert(
      fc.property(fc.array(layer, { minLength: 1, maxLength: 3 }), layers => {
        const field = fieldOf()
        let values: Tree[] = [number(1), number(1, 2), number(-2)]
        for (const rows of layers) {
          values = rows.map(row =>
            sigmoidTree(
              row
                .map(([n, d], at) => binary('mul', number(n, d), values[at]!))
                .reduce((a, b) => binary('add', a, b)),
            ),
          )
        }
        for (const tree of values) {
          const value = build(field, tree)
          const oracle = roundedDecimal(enclosure(tree, 512), 20)
          expect(field.sign(field.sub(value, rational(0)))).toBe(1)
          const typed = rational(BigInt(oracle!.replace('.', '')), 10n ** 20n)
          const half = rational(1n, 2n * 10n ** 20n)
          const off = field.sub(value, typed)
          expect(field.sign(field.sub(off, half))).toBeLessThanOrEqual(0)
          expect(field.sign(field.add(off, half))).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 25 },
    )
  })

  test('are printed to 30 figures, with e where they are small or large, and as ~0 where nothing tells them from 0', () => {
    const field = fieldOf()
    const product = longProduct(field, 7)
    expect(veiled(product)).toBe(true)
    expect(exactText(product)).toBeNull()
    expect(spellScalar(product)).toMatch(/^~\d+\.\d+$/)
    expect(spellScalar(product).replace(/\D/g, '')).toHaveLength(30)
    const small = field.div(product, rational(10n ** 12n))
    expect(spellScalar(small)).toMatch(/^~\d\.\d{29}e-\d+$/)
    const other = longProduct(field, 7)
    expect(field.sub(product, other)).toEqual(rational(0))
    const nothing = field.sub(field.mul(product, product), field.mul(product, field.mul(other, field.one)))
    expect(spellScalar(nothing)).toMatch(/^(0|~0)$/)
  })
})

describe('equality of long forms', () => {
  test('is proved by what stands behind the veils, whatever the order of the work', () => {
    const field = fieldOf()
    const factors = Array.from({ length: 7 }, (_, k) => field.add(field.one, field.exp(rational(1, k + 2))))
    const forwards = factors.reduce(field.mul)
    const backwards = factors.toReversed().reduce(field.mul)
    expect(veiled(forwards)).toBe(true)
    expect(field.compare(forwards, backwards)).toEqual({ equal: true, reason: 'field' })
    const near = field.add(backwards, rational(1n, 10n ** 120n))
    expect(field.compare(forwards, near)).toEqual({ equal: false, reason: 'field' })
    const far = field.add(backwards, rational(1n, 10n ** 20n))
    expect(field.compare(forwards, far)).toEqual({ equal: false, reason: 'separated' })
  })

  test('is left to 300 digits where the form takes too much work', () => {
    const field = fieldOf()
    const deep = (start: Scalar): Scalar => {
      let value = start
      for (let i = 0; i < 12; i++) {
        value = field.add(
          sigmoid(field, field.mul(rational(3, 7), value)),
          tanh(field, field.mul(rational(i - 5, 11), value)),
        )
      }
      return value
    }
    const once = deep(field.one)
    // a (b + c) and a b + a c, both long.
    const [b, c] = [field.exp(rational(1, 3)), deep(rational(2))]
    const left = field.mul(once, field.add(b, c))
    const right = field.add(field.mul(once, b), field.mul(once, c))
    expect(field.compare(left, right)).toMatchObject({ equal: true })
    const off = field.add(right, rational(1n, 10n ** 290n))
    expect(field.compare(left, off)).toEqual({ equal: false, reason: 'separated' })
  })

  test('a value that is used twice is one atom, and a branch on it is decided by digits', () => {
    const field = fieldOf()
    const product = longProduct(field, 8)
    expect(longProduct(field, 8)).toEqual(product)
    expect(field.sign(field.sub(product, rational(1000)))).toBe(-1)
    expect(field.isZero(field.sub(product, rational(1000)))).toBe(false)
  })
})

test('a veiled value that is 0 agrees with 0 after 300 digits, and has no sign', () => {
  const field = fieldOf()
  // sigmoid(x) + sigmoid(-x) is 1, here of an x that is too deep to be written out.
  let x: Scalar = field.one
  for (let i = 0; i < 30; i++) x = tanh(field, field.add(x, sigmoid(field, field.mul(rational(i - 9, 7), x))))
  const one = field.add(sigmoid(field, x), sigmoid(field, field.neg(x)))
  const zero = field.sub(field.mul(one, x), x)
  expect(field.compare(zero, field.zero)).toEqual({ equal: true, reason: 'agrees' })
  expect(spellScalar(zero)).toBe('~0')
  expect(withinBudget(() => field.sign(zero)).ok).toBe(false)
})

test('[G10] an outcome does not depend on who asked for digits before', () => {
  const outcomes = (work: number, before: boolean): Outcome<string> => {
    const free = new Budget({ work: 1e9, digits })
    const table = new AtomTable()
    const field = atomField(free, table)
    const product = longProduct(field, 9)
    if (before) field.significant(product, 40)
    const poor = atomField(new Budget({ work, digits }), table)
    return withinBudget(() => poor.significant(product, 40) ?? 'none')
  }
  for (let work = 20; work < 50_000; work *= 2) {
    expect(outcomes(work, true)).toEqual(outcomes(work, false))
  }
})

test('a chain of thousands of layers has its digits, and does not end the stack', () => {
  const field = fieldOf(1e9)
  let value: Scalar = field.one
  for (let i = 0; i < 3000; i++) value = sigmoid(field, field.mul(rational(-1, 2), value))
  expect(field.significant(value, 8)).toMatch(/^0\.4\d{7}$/)
})

test('rationals of any length have a value', () => {
  const field = fieldOf()
  let value: Scalar = rational(12345678901234567891n, 12345678901234567890n)
  for (let i = 0; i < 12; i++) value = field.mul(value, value)
  expect(veiled(value)).toBe(true)
  expect(field.sign(value)).toBe(1)
  expect(field.compare(field.div(value, value), field.one)).toMatchObject({ equal: true })
  expect(spellScalar(value)).toMatch(/^~1\.0{14}\d{15}$/)
})

test('digits part a veiled value from a rational, whichever stands first', () => {
  const field = fieldOf()
  let value = field.exp(field.fromRational(rational(1, 3)))
  for (let nth = 0; nth < 12; nth += 1) value = field.exp(field.div(value, field.add(value, field.one)))
  expect(veiled(value)).toBe(true)
  for (const places of [1, 3, 12, 18, 25, 60]) {
    const near = rational(BigInt(decimal(value, places).replace('.', '')), 10n ** BigInt(places))
    const parted = { equal: false, reason: 'separated' }
    expect(field.compare(value, near)).toEqual(parted)
    expect(field.compare(near, value)).toEqual(parted)
    expect(field.sign(field.sub(value, near))).not.toBe(0)
  }
})
