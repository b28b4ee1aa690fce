import type { Shape } from '@/lib/exact/tensor'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { type ChalkFault, faultAt } from '../fault'
import type { Token } from '../lex'
import { sourceLimits } from '../limits'
import type { Place } from '../place'
import { type Acceptance, beginsAcceptance, readAcceptance } from './acceptance'
import { readCircuit } from './circuit'
import { readCondition } from './condition'
import { Cursor, placeOfToken } from './cursor'
import { type DescentPhrase, readCount, readDescent } from './descent'
import { readExpression } from './expression'
import type { Phrase } from './phrase'
import { type QuestionPhrase, readChoose, readExplain } from './question'
import { type RandomPhrase, readRandom } from './random'
import { readShape } from './shape'
import { readPart, readTarget, type TargetPart, type TargetPhrase } from './target'
import { readTrace, type TracePhrase } from './trace'
import { readUpdate, type UpdatePhrase } from './update'
import { type StatementWord, statementWords } from './words'

/** What a definition defines. */
export type Role = 'given' | 'param' | 'node' | 'loss'

export type Statement = { readonly place: Place } & (
  | { readonly kind: 'title' | 'note'; readonly text: string }
  | Definition
  | {
      readonly kind: 'upstream'
      readonly top: TargetPart
      readonly bottom: TargetPart
      /** Empty where the value is drawn. */
      readonly phrase: Phrase
      readonly draw: RandomPhrase | null
    }
  | { readonly kind: 'require'; readonly comparisons: readonly Phrase[] }
  | { readonly kind: 'ask'; readonly targets: readonly TargetPhrase[] }
  | { readonly kind: 'accept'; readonly acceptance: Acceptance }
  | { readonly kind: 'nudge'; readonly rising: boolean; readonly phrase: Phrase }
  | DescentPhrase
  | UpdatePhrase
  | { readonly kind: 'repeat'; readonly rounds: number }
  | ({ readonly kind: 'trace' } & TracePhrase)
  | ({ readonly kind: 'question' } & QuestionPhrase)
)

export interface Definition {
  readonly kind: 'definition'
  readonly role: Role
  readonly name: string
  /** Empty where the value is drawn, or is symbols. */
  readonly phrase: Phrase
  /** Givens and params only. */
  readonly draw: RandomPhrase | null
  /**
   * The shape after a colon, which makes the entries symbols, or leaves them out where there are too many for that. Givens and
   * params only; the phrase is then empty.
   */
  readonly symbols: Shape | null
  /** Whether all its operations are nodes of their own. */
  readonly circuit?: true
  /** The place of the name. */
  readonly place: Place
}

export type StatementRead =
  | { readonly ok: true; readonly statement: Statement }
  | { readonly ok: false; readonly error: ChalkFault }

/** `loss` is the name of the file's loss; null where it has none. */
type Rule = (cursor: Cursor, place: Place, loss: string | null) => Statement | null

const rules: Readonly<Record<StatementWord, Rule>> = {
  title: (cursor, place) => {
    const at = placeOfToken(cursor.token)
    const text = cursor.string(message('expected.title'))
    if (text === null) return null
    const line = text.replace(/\s+/g, ' ').trim()
    if (line === '') return stop(cursor, message('syntax.empty-title'), at)
    if ([...line].length <= sourceLimits.titleChars) return { kind: 'title', text: line, place }
    return stop(cursor, message('syntax.long-title', { most: sourceLimits.titleChars }), at)
  },
  note: (cursor, place) => {
    const text = cursor.string(message('expected.note'))
    return text === null ? null : { kind: 'note', text, place }
  },
  given: cursor => readDefinition(cursor, 'given'),
  param: cursor => readDefinition(cursor, 'param'),
  loss: cursor => {
    const word = cursor.is('circuit') && !cursor.is('=', 1)
    return word && cursor.take('circuit') ? circuitOf(cursor, 'loss') : readDefinition(cursor, 'loss')
  },
  circuit: cursor => circuitOf(cursor, 'node'),
  upstream: (cursor, place) => {
    const top = readPart(cursor)
    if (top === null || !cursor.expect('/')) return null
    const bottom = readPart(cursor)
    if (bottom === null || !cursor.expect('=')) return null
    const value = readValue(cursor)
    return value === null ? null : { kind: 'upstream', top, bottom, ...value, place }
  },
  ask: (cursor, place) => {
    const targets: TargetPhrase[] = []
    do {
      const target = readTarget(cursor)
      if (target === null) return null
      targets.push(target)
    } while (cursor.take(','))
    return { kind: 'ask', targets, place }
  },
  accept: (cursor, place) => {
    const acceptance = readAcceptance(cursor)
    if (acceptance === null) return null
    if (!beginsAcceptance(cursor)) return { kind: 'accept', acceptance, place }
    readAcceptance(cursor, acceptance)
    return null
  },
  nudge: (cursor, place) => {
    const rising = cursor.take('rising')
    const phrase = readExpression(cursor)
    return phrase === null ? null : { kind: 'nudge', rising, phrase, place }
  },
  descend: (cursor, place) => readDescent(cursor, 'descend', place),
  ascend: (cursor, place) => readDescent(cursor, 'ascend', place),
  update: (cursor, place, loss) => readUpdate(cursor, place, loss),
  repeat: (cursor, place) => {
    const rounds = readCount(cursor, 'repeat')
    return rounds === null ? null : { kind: 'repeat', rounds, place }
  },
  trace: (cursor, place) => {
    const trace = readTrace(cursor)
    return trace === null ? null : { kind: 'trace', ...trace, place }
  },
  choose: (cursor, place) => {
    const question = readChoose(cursor)
    return question === null ? null : { kind: 'question', ...question, place }
  },
  explain: (cursor, place) => {
    const question = readExplain(cursor)
    return question === null ? null : { kind: 'question', ...question, place }
  },
  require: (cursor, place) => {
    const comparisons = readCondition(cursor)
    return comparisons === null ? null : { kind: 'require', comparisons, place }
  },
}

function circuitOf(cursor: Cursor, role: 'node' | 'loss'): Statement | null {
  const read = readCircuit(cursor)
  return read === null
    ? null
    : { kind: 'definition', role, ...read, draw: null, symbols: null, circuit: true }
}

function stop(cursor: Cursor, message: Message, at: Place): null {
  cursor.fail(message, at)
  return null
}

/** Reads the tokens of one statement. `loss` is the name of the file's loss; null where it has none. */
export function readStatement(
  tokens: readonly Token[],
  source: string,
  loss: string | null = null,
): StatementRead {
  const cursor = new Cursor(tokens, source)
  const place = placeOfToken(cursor.token)
  const statement = readFrom(cursor, place, loss)
  if (statement !== null) {
    // Two names side by side are a product to whoever wrote them.
    if (statement.kind === 'definition' && statement.draw === null && cursor.token.kind === 'name') {
      cursor.expected(message('expected.operator'))
    } else if (cursor.finish()) return { ok: true, statement }
  }
  return { ok: false, error: cursor.error ?? faultAt(place, message('syntax.unreadable')) }
}

function readFrom(cursor: Cursor, place: Place, loss: string | null): Statement | null {
  const { token } = cursor
  const word = statementWords.find(candidate => cursor.is(candidate))
  // `note = 3` is reported as the definition of a reserved word, not as a note without quotes.
  if (word !== undefined && !cursor.is('=', 1)) {
    cursor.advance()
    return rules[word](cursor, place, loss)
  }
  if (token.kind === 'name') return readDefinition(cursor, 'node')
  cursor.expected(message('expected.statement', { words: statementWords.slice(0, 9) }))
  return null
}

function readDefinition(cursor: Cursor, role: Role): Statement | null {
  const place = placeOfToken(cursor.token)
  const name = cursor.name(message('expected.name'))
  if (name === null) return null
  if (cursor.is(':')) {
    if (role !== 'given' && role !== 'param') {
      cursor.expected(message('expected.equals-not-symbols', { name }))
      return null
    }
    cursor.advance()
    const symbols = readShape(cursor, sourceLimits.sizes)
    return symbols === null
      ? null
      : { kind: 'definition', role, name, phrase: [], draw: null, symbols, place }
  }
  if (!cursor.is('=')) {
    const misspelt = role === 'node' && cursor.peek(0).kind !== 'symbol'
    cursor.expected(misspelt ? message('expected.equals-not-a-word', { name }) : message('expected.equals'))
    return null
  }
  cursor.advance()
  if (role === 'given' || role === 'param') {
    const value = readValue(cursor)
    return value === null ? null : { kind: 'definition', role, name, ...value, symbols: null, place }
  }
  const phrase = readExpression(cursor)
  if (phrase === null) return null
  return { kind: 'definition', role, name, phrase, draw: null, symbols: null, place }
}

/** A VALUE: an expression, or numbers to be drawn. */
function readValue(cursor: Cursor): { phrase: Phrase; draw: RandomPhrase | null } | null {
  if (cursor.is('random')) {
    const draw = readRandom(cursor)
    return draw === null ? null : { phrase: [], draw }
  }
  const phrase = readExpression(cursor)
  return phrase === null ? null : { phrase, draw: null }
}

/** The name that a statement defines, or would have defined if it could be read. */
export function definedName(tokens: readonly Token[]): string | null {
  const defining = (token?: Token): boolean => token?.text === '=' || token?.text === ':'
  for (const at of [0, 1, 2]) {
    const token = tokens[at]
    if (token?.kind !== 'name') return null
    if (defining(tokens[at + 1])) return token.text.normalize('NFC')
    // `loss circuit f = …` has the most words before a name.
    if (at === 1 && (tokens[0]?.text !== 'loss' || token.text !== 'circuit')) return null
  }
  return null
}
