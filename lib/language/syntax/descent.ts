import { type Rational, rational } from '@/lib/exact/rational'
import { message } from '@/lib/words/message'
import { sourceLimits } from '../limits'
import type { Place } from '../place'
import type { Cursor } from './cursor'
import { readExpression } from './expression'
import type { Phrase } from './phrase'
import { type Plain, type Range, readPlain } from './plain'

/** How a step follows from the gradients. */
export type Method =
  | { readonly kind: 'plain' }
  | { readonly kind: 'momentum'; readonly mu: Plain; readonly nesterov: boolean }
  | { readonly kind: 'adam'; readonly b1: Plain; readonly b2: Plain; readonly eps: Plain }
  | { readonly kind: 'rmsprop'; readonly rho: Plain; readonly eps: Plain }

/** `descend ETA` or `ascend ETA` with all that may follow the rate. */
export interface DescentPhrase {
  readonly kind: 'descend'
  readonly word: 'descend' | 'ascend'
  /** ETA. */
  readonly phrase: Phrase
  readonly method: Method
  /** The largest norm of the gradients of all parameters together. */
  readonly clip: Plain | null
  /** What a parameter is multiplied by before it is added to its gradient. */
  readonly decay: Plain | null
  readonly rounds: number
  readonly place: Place
}

/** Reads what follows the word `descend` or `ascend`; null where it is wrong, which the cursor then tells. */
export function readDescent(cursor: Cursor, word: DescentPhrase['word'], place: Place): DescentPhrase | null {
  const phrase = readExpression(cursor)
  const method = phrase && readMethod(cursor)
  if (phrase === null || method === null) return null
  const clip = cursor.take('clip') ? readPlain(cursor, above0('clip')) : null
  if (cursor.error !== null) return null
  const decay = cursor.take('decay') ? readPlain(cursor, from0('decay')) : null
  if (cursor.error !== null) return null
  const rounds = cursor.take('steps') ? readCount(cursor, 'steps') : 1
  if (rounds === null) return null
  if (misplaced.has(cursor.token.text)) {
    cursor.fail(message('syntax.part-of-descent', { word: cursor.token.text }))
    return null
  }
  return { kind: 'descend', word, phrase, method, clip, decay, rounds, place }
}

/** Words of a descent that stand once and in their order. */
const misplaced: ReadonlySet<string> = new Set([
  ...['momentum', 'nesterov', 'adam', 'rmsprop', 'eps'],
  ...['clip', 'decay', 'steps'],
])

function readMethod(cursor: Cursor): Method | null {
  if (cursor.take('momentum')) {
    const mu = readPlain(cursor, below1('momentum'))
    return mu && { kind: 'momentum', mu, nesterov: cursor.take('nesterov') }
  }
  if (cursor.take('adam')) {
    const said = cursor.token.kind === 'number' || cursor.is('-')
    const b1 = said ? readPlain(cursor, below1('adam')) : usual.b1
    const b2 = b1 && (said ? readPlain(cursor, below1('adam')) : usual.b2)
    const eps = b2 && readEps(cursor)
    return b1 && b2 && eps && { kind: 'adam', b1, b2, eps }
  }
  if (cursor.take('rmsprop')) {
    const rho = readPlain(cursor, below1('rmsprop'))
    const eps = rho && readEps(cursor)
    return rho && eps && { kind: 'rmsprop', rho, eps }
  }
  return { kind: 'plain' }
}

const usual = {
  b1: { value: rational(9, 10), text: '0.9' },
  b2: { value: rational(999, 1000), text: '0.999' },
  eps: { value: rational(0), text: '0' },
} as const satisfies Readonly<Record<string, Plain>>

function readEps(cursor: Cursor): Plain | null {
  return cursor.take('eps') ? readPlain(cursor, from0('eps')) : usual.eps
}

/** A number of steps or rounds. */
export function readCount(cursor: Cursor, of: 'steps' | 'repeat'): number | null {
  const { token } = cursor
  const count = Number(token.text)
  const most = sourceLimits.rounds
  if (!/^\d+$/.test(token.text) || count < 1 || count > most) {
    cursor.expected(message(of === 'steps' ? 'expected.steps' : 'expected.rounds', { most }))
    return null
  }
  cursor.advance()
  return count
}

type Word = 'momentum' | 'adam' | 'rmsprop' | 'eps' | 'clip' | 'decay'

function below1(word: Word): Range {
  return ranged(word, 'below-one', value => !isNegative(value) && value.n < value.d)
}

function above0(word: Word): Range {
  return ranged(word, 'above-zero', value => value.n > 0n)
}

function from0(word: Word): Range {
  return ranged(word, 'from-zero', value => !isNegative(value))
}

function ranged(word: Word, range: 'below-one' | 'above-zero' | 'from-zero', fits: Range['fits']): Range {
  return {
    fits,
    expected: message('expected.number-of', { word }),
    outside: message('syntax.out-of-range', { word, range }),
  }
}

function isNegative(value: Rational): boolean {
  return value.n < 0n
}
