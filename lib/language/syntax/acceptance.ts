import { type Rational, rationals } from '@/lib/exact/rational'
import { message } from '@/lib/words/message'
import { readNumber } from '../lex'
import { sourceLimits } from '../limits'
import type { Cursor } from './cursor'

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
  const { token } = cursor
  const negative = cursor.take('-')
  const top = readPlain(cursor)
  const bottom = top !== null && cursor.take('/') ? readPlain(cursor) : rationals.one
  if (top === null || bottom === null) return null
  if (!negative && !rationals.isZero(top) && !rationals.isZero(bottom)) {
    return { kind: 'within', of: rationals.div(top, bottom) }
  }
  cursor.fail(message('syntax.tolerance-not-positive'), token)
  return null
}

/** A number as it is written: no tolerance needs one of many digits. */
function readPlain(cursor: Cursor): Rational | null {
  const { token } = cursor
  const short = token.kind === 'number' && token.text.length <= longest && !/e[-+]?\d{3}/i.test(token.text)
  const read = short ? readNumber(token.text) : null
  if (!read?.ok) {
    cursor.expected(message('expected.tolerance'))
    return null
  }
  cursor.advance()
  return read.value
}

/** Characters of a number of a tolerance. */
const longest = 60
