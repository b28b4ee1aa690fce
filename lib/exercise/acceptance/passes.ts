import { type AtomField, isElement, type Scalar } from '@/lib/exact/atoms'
import { type Rational, rational, rationals } from '@/lib/exact/rational'
import type { Acceptance } from '@/lib/language/syntax/acceptance'
import { figuresOf, type Typed } from './typed'

/**
 * Why an answer that is not exactly equal passes all the same; null where it does not. `field` is asked for only where a value
 * is not rational; it may unwind by its budget.
 */
export function passes(
  typed: Typed,
  exact: Scalar,
  acceptance: Acceptance | null,
  field: () => AtomField,
): 'rounded' | 'within' | null {
  const { value, places } = typed
  switch (acceptance?.kind) {
    case 'rounded': {
      if (places === null || places < acceptance.places || isElement(value)) return null
      return roundsTo(value, exact, places, field) ? 'rounded' : null
    }
    case 'figures':
      return roundsToFigures(typed, exact, acceptance.figures, field) ? 'rounded' : null
    case 'within':
      return isNear(value, exact, acceptance.of, field) ? 'within' : null
    default:
      return null
  }
}

/**
 * Whether a decimal typed to `places` places is `exact` correctly rounded, where a tie may go either way: they differ by at most
 * half a unit of the last place, `|typed - exact| <= 1/2 10^-places`.
 */
function roundsTo(typed: Rational, exact: Scalar, places: number, field: () => AtomField): boolean {
  return isNear(typed, exact, halfOf(-places), field)
}

/**
 * Whether a decimal is `exact` correctly rounded to the significant figures typed, at least `least`: where
 * 10^e <= |exact| < 10^(e+1), they differ by at most half of 10^(e-figures+1). Where it may be read with fewer figures, the
 * fewest that are enough decide, because they allow most. 0 has no figures.
 */
export function roundsToFigures(typed: Typed, exact: Scalar, least: number, field: () => AtomField): boolean {
  const read = figuresOf(typed)
  if (read === null || read.most < least) return false
  const figures = Math.max(least, read.fewest)
  // Further apart than this the two differ by more than half of the larger one.
  for (const exponent of [read.exponent, read.exponent - 1, read.exponent + 1]) {
    if (isOfSize(exact, exponent, field)) {
      return isNear(read.value, exact, halfOf(exponent - figures + 1), field)
    }
  }
  return false
}

/** Whether 10^exponent <= |value| < 10^(exponent+1). */
function isOfSize(value: Scalar, exponent: number, field: () => AtomField): boolean {
  const [low, high] = [powerOfTen(exponent), powerOfTen(exponent + 1)]
  if (!isElement(value)) {
    const size = value.n < 0n ? rationals.neg(value) : value
    return rationals.sign(rationals.sub(size, low)) >= 0 && rationals.sign(rationals.sub(size, high)) < 0
  }
  const { sign, sub, neg } = field()
  const size = sign(value) < 0 ? neg(value) : value
  return sign(sub(size, low)) >= 0 && sign(sub(size, high)) < 0
}

/** Whether two values differ by at most `distance`. */
function isNear(a: Scalar, b: Scalar, distance: Rational, field: () => AtomField): boolean {
  if (isElement(a) || isElement(b)) {
    const { add, sub, sign } = field()
    const difference = sub(a, b)
    return sign(sub(difference, distance)) <= 0 && sign(add(difference, distance)) >= 0
  }
  const difference = a.n * b.d - b.n * a.d
  return (difference < 0n ? -difference : difference) * distance.d <= distance.n * a.d * b.d
}

function halfOf(exponent: number): Rational {
  return rationals.div(powerOfTen(exponent), rational(2))
}

export function powerOfTen(exponent: number): Rational {
  const power = 10n ** BigInt(Math.abs(exponent))
  return exponent < 0 ? { n: 1n, d: power } : { n: power, d: 1n }
}
