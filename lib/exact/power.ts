import type { Field } from './field'

/**
 * `base^exponent` in any field, by squaring. The exponent is an integer; for a negative one `base` must not be zero
 * (ask `isZero` first), and `x^0` is 1, also for x = 0.
 */
export function power<S>(field: Field<S>, base: S, exponent: number): S {
  if (exponent < 0) return field.div(field.one, power(field, base, -exponent))
  if (exponent === 0) return field.one
  const half = power(field, base, Math.floor(exponent / 2))
  const even = exponent < 2 ? half : field.mul(half, half)
  return exponent % 2 === 1 ? (exponent === 1 ? base : field.mul(even, base)) : even
}
