import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Field } from '@/lib/exact/field'

/** The laws of a commutative ring with division, for every field that a network is computed over. */
export function testFieldLaws<S>(
  name: string,
  field: Field<S>,
  any: fc.Arbitrary<S>,
  divisor: fc.Arbitrary<S>,
): void {
  const { add, sub, mul, div, neg, zero, one } = field
  const same = (a: S, b: S): void => expect(field.equals(a, b)).toBe(true)

  test(`${name}: sums and products commute, associate and distribute`, () => {
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        same(add(a, b), add(b, a))
        same(mul(a, b), mul(b, a))
        same(add(add(a, b), c), add(a, add(b, c)))
        same(mul(mul(a, b), c), mul(a, mul(b, c)))
        same(mul(a, add(b, c)), add(mul(a, b), mul(a, c)))
      }),
    )
  })

  test(`${name}: neutral elements, opposites and quotients`, () => {
    fc.assert(
      fc.property(any, any, divisor, (a, b, d) => {
        same(add(a, zero), a)
        same(mul(a, one), a)
        same(add(a, neg(a)), zero)
        same(sub(a, b), add(a, neg(b)))
        same(mul(div(a, d), d), a)
      }),
    )
  })
}
