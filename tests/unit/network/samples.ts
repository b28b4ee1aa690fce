import fc from 'fast-check'
import { type Rational, rational } from '@/lib/exact/rational'
import { type Shape, sizeOf, type Tensor } from '@/lib/exact/tensor'

/** Small rationals with plenty of zeros, signs and ties, so that kinks and masks are met. */
export const entry: fc.Arbitrary<Rational> = fc
  .tuple(fc.integer({ min: -6, max: 6 }), fc.constantFrom(1, 1, 2, 3))
  .map(([n, d]) => rational(n, d))

export function tensorArbitrary(shape: Shape): fc.Arbitrary<Tensor<Rational>> {
  const size = sizeOf(shape)
  return fc.array(entry, { minLength: size, maxLength: size }).map(data => ({ shape, data }))
}

export function tensorsArbitrary(shapes: readonly Shape[]): fc.Arbitrary<Tensor<Rational>[]> {
  return fc.tuple(...shapes.map(tensorArbitrary))
}
