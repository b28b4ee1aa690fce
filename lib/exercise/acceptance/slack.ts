import { isElement } from '@/lib/exact/atoms'
import { boundsOfRational } from '@/lib/exact/lazy'
import { type Rational, rational, rationals } from '@/lib/exact/rational'
import type { Acceptance } from '@/lib/language/syntax/acceptance'
import { powerOfTen } from './passes'
import { figuresOf, type Typed } from './typed'

/** No answer passes (`passes`) that is farther than this from the exact value, or equal to it; 0 where only an equal one does. */
export function slackOf(typed: Typed, acceptance: Acceptance | null): number {
  switch (acceptance?.kind) {
    case 'rounded':
      return typed.places === null || isElement(typed.value) ? 0 : above(halfOf(-typed.places))
    case 'figures': {
      const read = figuresOf(typed)
      if (read === null) return 0
      // The exact value may begin one place before the typed one.
      return above(halfOf(read.exponent + 2 - Math.max(acceptance.figures, read.fewest)))
    }
    case 'within':
      return above(acceptance.of)
    default:
      return 0
  }
}

function above(distance: Rational): number {
  return boundsOfRational(distance).hi
}

function halfOf(exponent: number): Rational {
  return rationals.div(powerOfTen(exponent), rational(2))
}
