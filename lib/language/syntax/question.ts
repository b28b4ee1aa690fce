import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { sourceLimits } from '../limits'
import type { Place } from '../place'
import { type Cursor, placeOfToken } from './cursor'
import { type Extras, readExtra } from './target'

/** One of the answers that a `choose` offers. */
export interface Option {
  readonly text: string
  readonly right: boolean
}

/** A question in words, as the file asks it. */
export interface QuestionPhrase {
  /** One line; mathematics stands between dollar signs. */
  readonly question: string
  /** In the file's order; null where the answer is words of one's own. */
  readonly options: readonly Option[] | null
  /** Null where the file says none. */
  readonly points: number | null
  readonly hints: readonly string[]
}

/** Reads what follows `choose`: `"question" ["a", "b" right, "c"]`, then points and hints. Null after an error. */
export function readChoose(cursor: Cursor): QuestionPhrase | null {
  const question = readLine(cursor, message('expected.question'), message('questions.empty'))
  if (question === null) return null
  const options = readOptions(cursor)
  return options === null ? null : withExtras(cursor, question, options)
}

/** Reads what follows `explain`: `"question"`, then points and hints. Null after an error. */
export function readExplain(cursor: Cursor): QuestionPhrase | null {
  const question = readLine(cursor, message('expected.question'), message('questions.empty'))
  if (question === null) return null
  if (cursor.is('[')) {
    cursor.fail(message('questions.explain-offers-nothing'))
    return null
  }
  return withExtras(cursor, question, null)
}

function withExtras(
  cursor: Cursor,
  question: string,
  options: readonly Option[] | null,
): QuestionPhrase | null {
  const said: Extras = { points: null, hints: [] }
  while (readExtra(cursor, said)) if (cursor.error !== null) return null
  return { question, options, ...said }
}

function readOptions(cursor: Cursor): Option[] | null {
  const opening = placeOfToken(cursor.token)
  if (!cursor.take('[')) {
    cursor.expected(message('expected.options'))
    return null
  }
  const options: Option[] = []
  const places = new Map<string, Place>()
  do {
    if (options.length > 0 && cursor.is(']')) break
    const place = placeOfToken(cursor.token)
    const text = readLine(cursor, message('expected.option'), message('questions.empty-option'))
    if (text === null) return null
    if (places.has(text)) return stop(cursor, message('questions.twins', { text }), place)
    places.set(text, place)
    options.push({ text, right: cursor.take('right') })
    if (options.length > sourceLimits.options) {
      return stop(cursor, message('questions.too-many-options', { most: sourceLimits.options }), place)
    }
  } while (cursor.take(','))
  if (!cursor.take(']')) {
    cursor.expected(message('expected.after-option'))
    return null
  }
  if (options.length < 2) return stop(cursor, message('questions.one-option'), opening)
  if (!options.some(({ right }) => right)) return stop(cursor, message('questions.none-right'), opening)
  return options
}

/** A text in quotes on one line, within the limits. */
function readLine(cursor: Cursor, wanted: Message, empty: Message): string | null {
  const place = placeOfToken(cursor.token)
  const text = cursor.string(wanted)
  if (text === null) return null
  const line = foldedText(text)
  const most = sourceLimits.questionChars
  if (line === '') return stop(cursor, empty, place)
  return [...line].length <= most ? line : stop(cursor, message('questions.too-long', { most }), place)
}

/** Texts that differ only in their spaces, or in how their accents are encoded, are one. */
export function foldedText(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

function stop(cursor: Cursor, said: Message, at: Place): null {
  cursor.fail(said, at)
  return null
}
