import { type Message, math } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import type { Token } from '../lex'
import { functionNamed, takesNext } from './functions'
import type { Piece } from './split'
import { nodeMeant, type SymbolicNode, symbolNames, type Vocabulary } from './vocabulary'

/** What is said of what cannot be read: what was found, where (characters count from 1), what to do. */

/** Text of the tokens `from` to `to` (exclusive), as folded; of the spaces only those between words are left. */
export function spell(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map((token, at, all) => {
      const text = token.kind === 'number' && token.text.includes('/') ? `(${token.text})` : token.text
      return all[at - 1]?.kind === 'name' && isWord(token) ? ` ${text}` : text
    })
    .join('')
}

function isWord({ kind }: Token): boolean {
  return kind === 'name' || kind === 'number'
}

/** A long piece would bury the sentence. */
export function shorten(text: string): string {
  return text.length <= 24 ? text : `${text.slice(0, 22)}…`
}

/** A value is expected at `place`, and none is there. */
export function missing(tokens: readonly Token[], place: number, what: 'number' | 'name'): Message {
  const token = tokens[place]
  const before = tokens[place - 1]
  if (token === undefined || token.kind === 'end') {
    return before
      ? message('answer.missing-at-end', { before: before.text })
      : message('answer.something-missing')
  }
  const told = { what, next: token.text, place: token.column }
  return before
    ? message('answer.missing-between', { ...told, before: before.text })
    : message('answer.missing-before', told)
}

/** Two values side by side with nothing between them, the second one at `place`. */
export function besideValue(tokens: readonly Token[], place: number): Message {
  const [before, token, slash, below] = [
    tokens[place - 1],
    tokens[place],
    tokens[place + 1],
    tokens[place + 2],
  ]
  if (!before || !token) return message('answer.something-missing')
  const numbers = before.kind === 'number' && token.kind === 'number'
  // A mixed number, with its fraction in three signs or in one: `1 1/2`, `1½`.
  const length = slash?.text === '/' && below?.kind === 'number' ? 3 : token.text.includes('/') ? 1 : 0
  if (numbers && length > 0) {
    const typed = length === 1 ? token.text : spell(tokens, place, place + length)
    const [whole, part] = [shorten(before.text), shorten(typed)]
    if (tokens[place - 2]?.text === '-') {
      return twoWays(`-${whole} ${part}`, `-(${whole}+${part})`, `-${whole}*${part}`)
    }
    return twoWays(`${whole} ${part}`, `${whole}+${part}`, `${whole}*${part}`)
  }
  const whole = before.text + token.text
  const joined = numbers && /^\d+(\.\d*)?$/.test(whole) ? shorten(whole) : null
  const pair = { before: shorten(before.text), next: shorten(token.text) }
  return message('answer.sign-missing', { ...pair, place: token.column, joined })
}

/** What was typed, and two ways to write it so that it can be read in one. */
function twoWays(typed: string, first: string, second: string): Message {
  return message('answer.two-readings', { typed, first, second })
}

/** Too long a piece is not repeated. */
function isLong(typed: string): boolean {
  return typed.length > 40
}

/**
 * `1/2(3)`: a product without a sign right after a division. `start` is where the term begins, `slash` the division,
 * `place` the factor; `times` is how the product is written.
 */
export function twoReadings(
  tokens: readonly Token[],
  start: number,
  slash: number,
  place: number,
  times: '*' | ' ' = '*',
): Message {
  const end = endOfFactor(tokens, place)
  const above = spell(tokens, start, slash)
  const below = spell(tokens, slash + 1, place)
  const factor = spell(tokens, place, end)
  const typed = spell(tokens, start, end)
  if (isLong(typed)) return message('answer.brackets-below', { factor: shorten(factor) })
  return twoWays(typed, `(${above}/${below})${times}${factor}`, `${above}/(${below}${times}${factor})`)
}

/**
 * `ln 2x11`: a factor at `place` right after a function without brackets, which begins at `from`, its value at
 * `part`.
 */
export function bareReadings(tokens: readonly Token[], from: number, part: number, place: number): Message {
  const end = endOfFactor(tokens, place)
  const word = spell(tokens, from, part)
  const value = spell(tokens, part, place)
  const factor = spell(tokens, place, end)
  const typed = spell(tokens, from, end)
  if (isLong(typed)) return message('answer.brackets-after', { word, factor: shorten(factor) })
  return twoWays(typed, `${word}(${value})*${factor}`, `${word}(${value}*${factor})`)
}

/** `ln 2^3`: the exponent, which may have a sign, stands at `place`. */
export function powerOfBare(tokens: readonly Token[], from: number, part: number, place: number): Message {
  const end = endOfFactor(tokens, tokens[place]?.text === '-' ? place + 1 : place)
  const word = spell(tokens, from, part)
  const value = spell(tokens, part, place - 1)
  const power = spell(tokens, place, end)
  const typed = spell(tokens, from, end)
  if (isLong(typed)) return message('answer.brackets-around-all', { word })
  return twoWays(typed, `${word}(${value})^${power}`, `${word}(${value}^${power})`)
}

/** `e^2x11`: a factor at `place` right after an exponent without brackets, which begins at `part`. */
export function twoExponents(tokens: readonly Token[], from: number, part: number, place: number): Message {
  const end = endOfFactor(tokens, place)
  const base = spell(tokens, from, part)
  const exponent = spell(tokens, part, place)
  const factor = spell(tokens, place, end)
  const typed = spell(tokens, from, end)
  if (isLong(typed)) return message('answer.brackets-around-exponent', { factor: shorten(factor) })
  return twoWays(typed, `${base}(${exponent})*${factor}`, `${base}(${exponent}*${factor})`)
}

/** Past a name and the bracket or value that follows it; an unclosed bracket reaches to the end. */
export function endOfFactor(tokens: readonly Token[], place: number): number {
  const token = tokens[place]
  const isValue = token !== undefined && (isWord(token) || token.text === '√')
  let at = isValue ? place + 1 : place
  if (tokens[at]?.text !== '(') {
    const name = functionNamed(token?.text ?? '')
    const next = tokens[at]
    if (name === null || !takesNext(name) || next === undefined) return at
    return isWord(next) || next.text === '√' ? Math.max(at + 1, endOfFactor(tokens, at)) : at
  }
  let depth = 0
  do {
    if (tokens[at]?.text === '(') depth += 1
    if (tokens[at]?.text === ')') depth -= 1
    at += 1
  } while (depth > 0 && at < tokens.length - 1)
  return at
}

/** A run that splits in more than one way. */
export function severalWays(token: Token, ways: readonly (readonly Piece<unknown>[])[]): Message {
  const [first = '', second = ''] = ways.map(way =>
    way.map(({ from, to }) => token.text.slice(from, to)).join('*'),
  )
  const at = { typed: shorten(token.text), place: token.column }
  if (first === second) return message('answer.several-entries', at)
  if (isLong(token.text)) return message('answer.several-readings', at)
  return message('answer.two-readings-at', { ...at, first, second })
}

/** `2e11` where e11 is an entry. */
export function twoNumbers(before: string, symbol: string): Message {
  return twoWays(shorten(`${before}${symbol}`), `${before}*10^${symbol.slice(1)}`, `${before}*${symbol}`)
}

/** `log2 8`, also at the end of a run: `a11log2 8`. */
export function baseOfLog(token: Token): Message {
  const [typed = '', word = '', base = ''] = /(log)(2|10)$/i.exec(token.text) ?? []
  const place = token.column + token.text.length - typed.length
  return message('answer.base-of-log', { typed, place, word, base })
}

/** `A[3,1]` where A has no such entry; `index` is null where what stands in the brackets is none. */
export function badIndex(token: Token, node: SymbolicNode, index: readonly number[] | null): Message {
  const told = { name: math(node.name), place: token.column }
  if (node.shape.length === 0) return message('answer.scalar-with-index', told)
  const example = `${node.name}[${node.shape.map(() => 1).join(',')}]`
  if (index === null) return message('answer.entry-unreadable', { ...told, example })
  const entry = math(`${node.name}[${index.join(',')}]`)
  return message('answer.no-such-entry', { ...told, entry, shape: node.shape })
}

/** A name, at `place`, that no number has. */
export function unknownName(tokens: readonly Token[], place: number, vocabulary: Vocabulary): Message {
  const token = tokens[place]
  const before = tokens[place - 1]
  if (!token) return message('answer.something-missing')
  const at = { typed: shorten(token.text), place: token.column }
  if (/^(nan|inf|infinity)$/i.test(token.text)) return message('answer.not-a-number', at)
  const glued = before?.kind === 'number' && before.column + before.text.length === token.column
  if (glued && before.text === '0' && /^[xob][\da-f]+$/i.test(token.text)) {
    return message('answer.decimal-digits-only', at)
  }
  const meant = nodeMeant(vocabulary, token.text)
  if (meant) return notThatNode(at, token.text.length === meant.name.length, meant)
  if (glued && /^x\d*$/i.test(token.text)) return message('answer.sign-of-product', at)
  if (/^e\d+$/i.test(token.text)) {
    return message('answer.power-of-e', { ...at, power: `e^${token.text.slice(1)}` })
  }
  const nodes = vocabulary.nodes.slice(0, 6).map(({ name }) => math(name))
  return message('answer.unknown-name', { ...at, nodes })
}

/** The name of a node where an entry is expected: all of it (`whole`), or with digits after it that are no index. */
function notThatNode(
  at: { typed: string; place: number },
  whole: boolean,
  { name, shape }: SymbolicNode,
): Message {
  if (shape.length === 0) return message('answer.scalar-with-digits', { ...at, name: math(name) })
  const told = { place: at.place, name: math(name), shape }
  if (!whole) return message('answer.no-such-entry', { ...told, entry: at.typed })
  const [example = ''] = symbolNames(name, shape)
  return message('answer.whole-tensor', { ...told, typed: at.typed, example })
}
