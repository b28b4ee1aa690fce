import type { Rational } from '@/lib/exact/rational'

/**
 * Whether a decimal typed to `places` places is `exact` correctly rounded, a tie either way: they differ by at most half
 * a unit of the last place. `|typed - exact| <= 1/2 10^-places`, multiplied out. Negative places round to tens, hundreds …
 */
export function roundsTo(typed: Rational, exact: Rational, places: number): boolean {
  const difference = typed.n * exact.d - exact.n * typed.d
  const distance = (difference < 0n ? -difference : difference) * 2n
  const whole = typed.d * exact.d
  const unit = 10n ** BigInt(Math.abs(places))
  return places >= 0 ? distance * unit <= whole : distance <= whole * unit
}
