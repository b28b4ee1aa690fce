import fc from 'fast-check'
import { expect, test } from 'vitest'
import { duals } from '@/lib/exact/dual'
import { power } from '@/lib/exact/power'
import { rational, rationals } from '@/lib/exact/rational'
import { testFieldLaws } from './field-laws'
import { anyRational, nonZero } from './random'

const field = duals(rationals)
const anyDual = fc.record({ value: anyRational, derivative: anyRational })
const divisor = fc.record({ value: nonZero, derivative: anyRational })

testFieldLaws('duals', field, anyDual, divisor)

test('a power carries its textbook derivative', () => {
  fc.assert(
    fc.property(nonZero, fc.integer({ min: -6, max: 6 }), (x, k) => {
      const { derivative } = power(field, { value: x, derivative: rationals.one }, k)
      expect(derivative).toEqual(rationals.mul(rational(k), power(rationals, x, k - 1)))
    }),
  )
})

test('the derivative of a rational function is its difference quotient, in the limit', () => {
  // f(x) = (x^2 + 1) / (x - 3) at 5: f' = (2x (x - 3) - (x^2 + 1)) / (x - 3)^2 = (20 - 26) / 4
  const x = { value: rational(5), derivative: rationals.one }
  const quotient = field.div(
    field.add(field.mul(x, x), field.one),
    field.sub(x, field.fromRational(rational(3))),
  )
  expect(quotient).toEqual({ value: rational(13), derivative: rational(-3, 2) })
})

test('zero and sign look at the value, equality at both parts', () => {
  const epsilon = { value: rationals.zero, derivative: rationals.one }
  expect(field.isZero(epsilon)).toBe(true)
  expect(field.sign(epsilon)).toBe(0)
  expect(field.equals(epsilon, field.zero)).toBe(false)
})
