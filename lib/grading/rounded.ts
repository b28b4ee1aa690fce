import { type AtomField, isElement, type Scalar } from '@/lib/exact/atoms'
import { type Rational, rational } from '@/lib/exact/rational'

/**
 * Whether a decimal typed to `places` places is `exact` correctly rounded, a tie either way: they differ by at most half
 * a unit of the last place, `|typed - exact| <= 1/2 10^-places`. Negative places round to tens, hundreds … Of a value that
 * is not rational rigorous intervals tell it.
 */
export function roundsTo(typed: Rational, exact: Scalar, places: number, field: () => AtomField): boolean {
  const unit = 10n ** BigInt(Math.abs(places))
  if (isElement(exact)) {
    const { add, sub, sign } = field()
    const half = places >= 0 ? rational(1n, 2n * unit) : rational(unit, 2n)
    const difference = sub(typed, exact)
    return sign(sub(difference, half)) <= 0 && sign(add(difference, half)) >= 0
  }
  const difference = typed.n * exact.d - exact.n * typed.d
  const distance = (difference < 0n ? -difference : difference) * 2n
  const whole = typed.d * exact.d
  return places >= 0 ? distance * unit <= whole : distance <= whole * unit
}
