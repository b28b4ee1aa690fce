import fc from 'fast-check'
import { type Rational, rational } from '@/lib/exact/rational'

/** Rationals with small and large parts, zero and integers among them. */
export const anyRational: fc.Arbitrary<Rational> = fc
  .tuple(
    fc.oneof(fc.bigInt(-20n, 20n), fc.bigInt(-(10n ** 30n), 10n ** 30n)),
    fc.oneof(fc.constant(1n), fc.bigInt(1n, 30n), fc.bigInt(1n, 10n ** 30n)),
  )
  .map(([n, d]) => rational(n, d))

export const nonZero = anyRational.filter(q => q.n !== 0n)
