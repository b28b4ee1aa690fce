import { type ChalkFault, faultAt } from '@/lib/language/fault'
import type { Token } from '@/lib/language/lex'
import { readLines } from '@/lib/language/syntax/lines'
import { definedName, readStatement } from '@/lib/language/syntax/statement'
import { math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'

/** What is wrong, in which of the two texts. */
export interface DrawsFault extends ChalkFault {
  readonly of: 'exercise' | 'draws'
}

export type Drawn =
  | { readonly ok: true; readonly source: string }
  | { readonly ok: false; readonly errors: readonly DrawsFault[] }

interface Span {
  readonly from: number
  readonly to: number
}

interface Draws {
  /** The new value of each name, as it was written. */
  readonly values: ReadonlyMap<string, { readonly text: string; readonly at: Token }>
  readonly requirements: readonly string[]
}

/**
 * The practice file of an exercise: its `.chalk` text with other values. `draws` has lines `NAME = VALUE`, each of which stands in
 * place of the value of that given or param, and lines `require COND`, which come at the end. All else stays as it was, comments and
 * spaces included. Whether the result is an exercise is for its reader to say.
 */
export function withDraws(source: string, draws: string): Drawn {
  const errors: DrawsFault[] = []
  const places = valuesIn(source, errors)
  const { values, requirements } = readDraws(draws, errors)
  const edits: (Span & { text: string })[] = []
  for (const [name, { text, at }] of values) {
    const place = places.get(name)
    if (place === undefined) {
      errors.push({ of: 'draws', ...faultAt(at, message('draws.no-such-value', { name: math(name) })) })
    } else edits.push({ ...place, text })
  }
  if (errors.length > 0) return { ok: false, errors }
  const drawn = edits
    .sort((a, b) => b.from - a.from)
    .reduce((text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to), source)
  const end = requirements.length === 0 || /(^|\n)$/.test(drawn) ? '' : '\n'
  return { ok: true, source: drawn + end + requirements.map(line => `${line}\n`).join('') }
}

/** Where the values of the givens and params stand. */
function valuesIn(source: string, errors: DrawsFault[]): Map<string, Span> {
  const { statements, errors: unread } = readLines(source)
  errors.push(...unread.map(fault => ({ of: 'exercise' as const, ...fault })))
  const places = new Map<string, Span>()
  for (const tokens of statements) {
    const [word, , equals] = tokens
    const name = definedName(tokens)
    if (name === null || equals?.text !== '=' || !['given', 'param'].includes(word?.text ?? '')) continue
    const span = spanOf(tokens.slice(3))
    if (span !== null) places.set(name, span)
  }
  return places
}

function readDraws(draws: string, errors: DrawsFault[]): Draws {
  const { statements, errors: unread } = readLines(draws)
  errors.push(...unread.map(fault => ({ of: 'draws' as const, ...fault })))
  const values = new Map<string, { text: string; at: Token }>()
  const requirements: string[] = []
  const textOf = (tokens: readonly Token[]): string => {
    const span = spanOf(tokens)
    return span === null ? '' : draws.slice(span.from, span.to)
  }
  for (const tokens of statements) {
    const [first] = tokens
    if (first === undefined) continue
    const fail = (fault: ChalkFault) => errors.push({ of: 'draws', ...fault })
    const asked = first.text === 'require'
    const name = first.text.normalize('NFC')
    // A value is what may stand after the `=` of a given: an expression, or numbers to be drawn.
    const read = readStatement(asked ? tokens : [{ ...first, kind: 'name', text: 'given' }, ...tokens], draws)
    if (!asked && tokens[1]?.text !== '=') fail(faultAt(first, message('draws.expected')))
    else if (!read.ok) fail(read.error)
    else if (asked) requirements.push(textOf(tokens))
    else if (values.has(name)) fail(faultAt(first, message('draws.twice', { name: math(name) })))
    else values.set(name, { text: textOf(tokens.slice(2)), at: first })
  }
  return { values, requirements }
}

/** From the first of these tokens to the last before the end of the statement; null where there is none. */
function spanOf(tokens: readonly Token[]): Span | null {
  const first = tokens[0]
  const last = tokens.at(-2)
  if (first === undefined || last === undefined) return null
  return { from: first.at, to: last.at + (last.width ?? last.text.length) }
}
