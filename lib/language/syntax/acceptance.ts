import { type Rational, rationals } from '@/lib/exact/rational'
import { message } from '@/lib/words/message'
import { sourceLimits } from '../limits'
import type { Cursor } from './cursor'
import { type Range, readPlain } from './plain'

/** How exact an answer has to be. One that is exactly equal passes with any of them. */
export type Acceptance =
  /** A decimal that is correctly rounded to the places typed, at least so many. */
  | { readonly kind: 'rounded'; readonly places: number }
  /** A decimal that is correctly rounded to the significant figures typed, at least so many. */
  | { readonly kind: 'figures'; readonly figures: number }
  /** Whatever lies at most so far from the exact value; above 0. */
  | { readonly kind: 'within'; readonly of: Rational }
  /** Only what is exactly equal. */
  | { readonly kind: 'exact' }

const words = ['rounded', 'within', 'exact'] as const

export function beginsAcceptance(cursor: Cursor): boolean {
  return words.some(word => cursor.is(word))
}

/**
 * Reads `rounded 4`, `rounded 3 sf`, `within 0.001` or `exact`. Null where there is none of them or it is wrong, which the cursor
 * then tells; `before` is what the same target has said already.
 */
export function readAcceptance(cursor: Cursor, before: Acceptance | null = null): Acceptance | null {
  const word = words.find(candidate => cursor.is(candidate))
  if (word === undefined) {
    cursor.expected(message('expected.acceptance'))
    return null
  }
  if (before !== null) {
    cursor.fail(message('syntax.second-acceptance', { word }))
    return null
  }
  cursor.advance()
  if (word === 'rounded') return readRounded(cursor)
  return word === 'within' ? readWithin(cursor) : { kind: 'exact' }
}

function readRounded(cursor: Cursor): Acceptance | null {
  const { token } = cursor
  const count = cursor.numberUpTo(
    sourceLimits.places,
    /^\d+$/,
    message('expected.decimal-places', { most: sourceLimits.places }),
  )
  if (count === null || !cursor.take('sf')) return count === null ? null : { kind: 'rounded', places: count }
  if (count > 0) return { kind: 'figures', figures: count }
  cursor.fail(message('syntax.no-figures'), token)
  return null
}

function readWithin(cursor: Cursor): Acceptance | null {
  const distance = readPlain(cursor, distances)
  return distance === null ? null : { kind: 'within', of: distance.value }
}

const distances: Range = {
  fits: value => rationals.sign(value) > 0,
  expected: message('expected.tolerance'),
  outside: message('syntax.tolerance-not-positive'),
}
