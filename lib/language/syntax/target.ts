import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { sourceLimits } from '../limits'
import type { Place } from '../place'
import { type Cursor, placeOfToken } from './cursor'

/** A name with an index, as a target has it: `z`, `C[1,2]`, `dL`. */
export interface TargetPart {
  readonly name: string
  readonly index: readonly number[] | null
  readonly place: Place
}

/** A target as it was written: names not looked up. */
export interface TargetPhrase {
  readonly asks: 'quantity' | 'shape' | 'formula'
  /** The quantity, or what stands above the line of a derivative. */
  readonly top: TargetPart
  readonly bottom: TargetPart | null
  readonly place: Place
  readonly rounded: number | null
  readonly points: number
  readonly hints: readonly string[]
}

export function readTarget(cursor: Cursor): TargetPhrase | null {
  const place = placeOfToken(cursor.token)
  const asks = cursor.take('shape') ? 'shape' : cursor.take('formula') ? 'formula' : 'quantity'
  const top = readPart(cursor)
  if (top === null) return null
  const bottom = cursor.take('/') ? readPart(cursor) : null
  if (cursor.error !== null) return null
  let rounded: number | null = null
  let points = 1
  const hints: string[] = []
  for (;;) {
    if (cursor.take('rounded')) {
      rounded = readNumberUpTo(
        cursor,
        sourceLimits.places,
        /^\d+$/,
        message('expected.decimal-places', { most: sourceLimits.places }),
      )
    } else if (cursor.take('points')) {
      points = readNumberUpTo(
        cursor,
        sourceLimits.points,
        /^(\d{1,4}(\.\d{0,6})?|\.\d{1,6})$/,
        message('expected.points', { most: sourceLimits.points }),
      )
    } else if (cursor.take('hint')) {
      const hint = cursor.string(message('expected.hint'))
      if (hint !== null) hints.push(hint)
    } else break
    if (cursor.error !== null) return null
  }
  return { asks, top, bottom, place, rounded, points, hints }
}

export function readPart(cursor: Cursor): TargetPart | null {
  const place = placeOfToken(cursor.token)
  const name = cursor.name(message('expected.target'))
  if (name === null) return null
  if (!cursor.take('[')) return { name, index: null, place }
  const index: number[] = []
  do {
    if (cursor.token.kind !== 'number' || !/^\d{1,9}$/.test(cursor.token.text)) {
      cursor.expected(message('expected.index'))
      return null
    }
    index.push(Number(cursor.advance().text))
  } while (cursor.take(','))
  return cursor.expect(']') ? { name, index, place } : null
}

function readNumberUpTo(cursor: Cursor, most: number, form: RegExp, expected: Message): number {
  const { token } = cursor
  const value = Number(token.text)
  if (token.kind !== 'number' || !form.test(token.text) || value > most) {
    cursor.expected(expected)
    return 0
  }
  cursor.advance()
  return value
}
