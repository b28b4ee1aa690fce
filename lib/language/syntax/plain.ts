import { type Rational, rationals } from '@/lib/exact/rational'
import type { Message } from '@/lib/words/argument'
import { readNumber } from '../lex'
import type { Cursor } from './cursor'

/** A number of a statement's own, as it is written: `0.9`, `1/2`, `1e-8`. */
export interface Plain {
  readonly value: Rational
  readonly text: string
}

export interface Range {
  fits(value: Rational): boolean
  /** What is said where no number stands. */
  readonly expected: Message
  /** What is said of a number that does not fit. */
  readonly outside: Message
}

/** Characters of a number that stands in a statement. */
const longest = 60

/** Reads a number or a fraction, which may have a sign. */
export function readPlain(cursor: Cursor, { fits, expected, outside }: Range): Plain | null {
  const { token } = cursor
  const negative = cursor.take('-')
  const top = readOne(cursor, expected)
  const bottom = top !== null && cursor.take('/') ? readOne(cursor, expected) : rationals.one
  if (top === null || bottom === null) return null
  const size = rationals.isZero(bottom) ? null : rationals.div(top, bottom)
  const value = size !== null && negative ? rationals.neg(size) : size
  if (value === null || !fits(value)) {
    cursor.fail(outside, token)
    return null
  }
  const { before } = cursor
  return { value, text: cursor.source.slice(token.at, before.at + before.text.length) }
}

/** No statement needs a number of many digits. */
function readOne(cursor: Cursor, expected: Message): Rational | null {
  const { token } = cursor
  const short = token.kind === 'number' && token.text.length <= longest && !/e[-+]?\d{3}/i.test(token.text)
  const read = short ? readNumber(token.text) : null
  if (!read?.ok) {
    cursor.expected(expected)
    return null
  }
  cursor.advance()
  return read.value
}
