import { type AtomField, isElement, type Scalar } from '@/lib/exact/atoms'
import { type Rational, rational } from '@/lib/exact/rational'

/**
 * Whether a decimal typed to `places` places, 0 or more, is `exact` correctly rounded, where a tie may go either way:
 * they differ by at most half a unit of the last place, `|typed - exact| <= 1/2 10^-places`. Rigorous intervals
 * decide it for values that are not rational.
 */
export function roundsTo(typed: Rational, exact: Scalar, places: number, field: () => AtomField): boolean {
  const unit = 10n ** BigInt(places)
  if (isElement(exact)) {
    const { add, sub, sign } = field()
    const half = rational(1n, 2n * unit)
    const difference = sub(typed, exact)
    return sign(sub(difference, half)) <= 0 && sign(add(difference, half)) >= 0
  }
  const difference = typed.n * exact.d - exact.n * typed.d
  const distance = (difference < 0n ? -difference : difference) * 2n
  return distance * unit <= typed.d * exact.d
}
