import { math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { sourceLimits } from '../limits'
import type { Place } from '../place'
import { type Acceptance, beginsAcceptance, readAcceptance } from './acceptance'
import { type Cursor, placeOfToken } from './cursor'

/** A name with an index, as a target has it: `z`, `C[1,2]`, `dL`. */
export interface TargetPart {
  readonly name: string
  readonly index: readonly number[] | null
  readonly place: Place
}

/** A target as it was written: names not looked up. */
export interface TargetPhrase {
  readonly asks: 'quantity' | 'shape' | 'formula' | 'count' | 'circuit'
  /** The quantity, or what stands above the line of a derivative. */
  readonly top: TargetPart
  readonly bottom: TargetPart | null
  /** `dL/dy.2`: which of the wires of its source in a circuit; null of none. */
  readonly wire: number | null
  readonly place: Place
  /** Null where it says none. */
  readonly acceptance: Acceptance | null
  readonly points: number
  readonly hints: readonly string[]
}

/** Words before a name that ask for something else than its numbers. */
const askedWords = ['shape', 'formula', 'count'] as const

const pointsForm = /^(\d{1,4}(\.\d{0,6})?|\.\d{1,6})$/

export function readTarget(cursor: Cursor): TargetPhrase | null {
  const place = placeOfToken(cursor.token)
  const asks = readAsked(cursor)
  const top = readPart(cursor)
  if (top === null) return null
  if (cursor.is('.') && cursor.is('grad', 1)) {
    cursor.fail(message('syntax.no-grad', { gradient: math(`dL/d${top.name}`) }))
    return null
  }
  const bottom = cursor.take('/') ? readPart(cursor) : null
  const wire = bottom === null ? null : readWire(cursor)
  let acceptance: Acceptance | null = null
  const said: Extras = { points: null, hints: [] }
  while (cursor.error === null) {
    if (beginsAcceptance(cursor)) acceptance = readAcceptance(cursor, acceptance)
    else if (!readExtra(cursor, said)) {
      const { points, hints } = said
      return { asks, top, bottom, wire, place, acceptance, points: points ?? 1, hints }
    }
  }
  return null
}

/** What may stand behind whatever is asked. */
export interface Extras {
  /** Null where none are said. */
  points: number | null
  readonly hints: string[]
}

/** Reads `points 2` or `hint "…"` into what was said already; false where there is neither. An error is the cursor's to tell. */
export function readExtra(cursor: Cursor, said: Extras): boolean {
  if (cursor.take('points')) {
    const most = sourceLimits.points
    said.points = cursor.numberUpTo(most, pointsForm, message('expected.points', { most })) ?? said.points
    return true
  }
  if (!cursor.take('hint')) return false
  const hint = cursor.string(message('expected.hint'))
  if (hint !== null) said.hints.push(hint)
  return true
}

/** Where a node is called `circuit`, what follows its name says that it is no word: nothing, or how it is asked. */
function readAsked(cursor: Cursor): TargetPhrase['asks'] {
  const word = askedWords.find(candidate => cursor.take(candidate))
  if (word !== undefined) return word
  if (!cursor.is('circuit') || cursor.peek(1).kind !== 'name') return 'quantity'
  const isName = cursor.is('exact', 1) || ['number', 'string'].includes(cursor.peek(2).kind)
  if (isName) return 'quantity'
  cursor.advance()
  return 'circuit'
}

/** The number behind a point, which the lexer reads as a decimal. */
function readWire(cursor: Cursor): number | null {
  const { kind, text } = cursor.token
  return kind === 'number' && /^\.\d{1,9}$/.test(text) ? Number(cursor.advance().text.slice(1)) : null
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
