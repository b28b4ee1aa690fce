import fc from 'fast-check'
import { type Rational, rational } from '@/lib/exact/rational'
import { type Shape, sizeOf, type Tensor } from '@/lib/exact/tensor'
import type { Sample } from '@/lib/network'

/** Small rationals with plenty of zeros, signs and ties, so that kinks and masks are met. */
export const entry: fc.Arbitrary<Rational> = fc
  .tuple(fc.integer({ min: -6, max: 6 }), fc.constantFrom(1, 1, 2, 3))
  .map(([n, d]) => rational(n, d))

export function tensorArbitrary(shape: Shape, from = entry): fc.Arbitrary<Tensor<Rational>> {
  const size = sizeOf(shape)
  return fc.array(from, { minLength: size, maxLength: size }).map(data => ({ shape, data }))
}

/** Tensors of these shapes; an input that takes certain values only is made of those. */
export function tensorsArbitrary(
  shapes: readonly Shape[],
  entries: Sample['entries'] = [],
): fc.Arbitrary<Tensor<Rational>[]> {
  return fc.tuple(
    ...shapes.map((shape, nth) => {
      const among = entries[nth] ?? null
      return tensorArbitrary(shape, among === null ? entry : fc.constantFrom(...among))
    }),
  )
}
