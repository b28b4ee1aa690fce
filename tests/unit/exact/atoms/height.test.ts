import { expect, test } from 'vitest'
import { AtomTable, atomField, heightOf } from '@/lib/exact/atoms'
import { Budget } from '@/lib/exact/budget'
import { rational } from '@/lib/exact/rational'

test('digits of the longest integer: in a fraction, before and under a root, in an exponent', () => {
  const field = atomField(new Budget({ work: 100_000, digits: 100 }), new AtomTable())
  const root = field.sqrt(field.fromRational(rational(10_007)))
  expect(heightOf(rational(0))).toBe(1)
  expect(heightOf(rational(-123, 4))).toBe(3)
  expect(heightOf(rational(1, 1000))).toBe(4)
  expect(heightOf(root)).toBe(5)
  expect(heightOf(field.mul(root, rational(1, 1234567)))).toBe(7)
  expect(heightOf(field.add(field.exp(rational(12, 7)), rational(3456)))).toBe(4)
  expect(heightOf(field.exp(field.add(root, rational(1))))).toBe(5)
  expect(heightOf(field.exp(field.exp(field.add(root, rational(1)))))).toBe(5)
  expect(heightOf(field.log(field.add(root, rational(1))))).toBe(5)
  expect(heightOf(field.log(rational(10_007)))).toBe(5)
})
