import type { Shape } from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import { lex } from '../lex'
import type { Place } from '../place'
import { type Cursor, placeOfToken } from './cursor'
import { readExpression } from './expression'
import type { Phrase, Span } from './phrase'
import { readShape } from './shape'

/** `random SHAPE from LO..HI [step S] [nonzero]` as it was written: no bound computed. */
export interface RandomPhrase extends Span {
  readonly shape: Shape
  readonly low: Phrase
  readonly high: Phrase
  readonly step: Phrase | null
  readonly nonzero: boolean
  /** The place of the word `random`. */
  readonly place: Place
}

/** Reads what follows the word `random`; null after an error. */
export function readRandom(cursor: Cursor): RandomPhrase | null {
  const start = cursor.advance()
  const shape = readShape(cursor)
  if (shape === null || !(cursor.take('from') || cursor.expected(message('expected.from')))) return null
  const low = readExpression(cursor)
  if (low === null || !(cursor.take('..') || cursor.expected(message('expected.highest')))) return null
  const high = readExpression(cursor)
  if (high === null) return null
  let step: Phrase | null = null
  let nonzero = false
  for (;;) {
    if (step === null && cursor.take('step')) {
      step = readExpression(cursor)
      if (step === null) return null
    } else if (!nonzero && cursor.take('nonzero')) nonzero = true
    else break
  }
  const { before } = cursor
  const span = { place: placeOfToken(start), from: start.at, to: before.at + before.text.length }
  return { shape, low, high, step, nonzero, ...span }
}

/** Whether a text draws values, which may then be others for each student. */
export function hasRandom(source: string): boolean {
  const read = lex(source, 'chalk')
  return read.ok && read.tokens.some(({ kind, text }) => kind === 'name' && text === 'random')
}
