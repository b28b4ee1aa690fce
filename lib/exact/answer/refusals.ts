import type { Token } from '../lex'
import { showShape } from '../tensor'
import { functionNamed, takesNext } from './functions'
import type { Piece } from './split'
import { nodeMeant, type SymbolicNode, symbolNames, type Vocabulary } from './vocabulary'

/** The words for what cannot be read: what was found, where (characters count from 1), what to do. */

const known = 'numbers, + - * / ^, brackets, e, exp, ln, sqrt, sigmoid, tanh, max, min, abs and relu'

const choose = 'Write the one that you mean.'

/** Text of the tokens `from` to `to` (exclusive), as folded; of the spaces only those between words are left. */
export function spell(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map((token, at, all) => (all[at - 1]?.kind === 'name' && isWord(token) ? ` ${token.text}` : token.text))
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
export function missing(tokens: readonly Token[], place: number, what: 'number' | 'name'): string {
  const token = tokens[place]
  const before = tokens[place - 1]
  if (token === undefined || token.kind === 'end') {
    return before ? `Something is missing after ${before.text} at the end.` : 'This cell is empty.'
  }
  const where = `${token.text} at character ${token.column}`
  return before
    ? `A ${what} is missing between ${before.text} and ${where}.`
    : `A ${what} is missing before ${where}.`
}

/** Two values side by side with nothing between them, the second one at `place`. */
export function besideValue(tokens: readonly Token[], place: number): string {
  const [before, token, slash, below] = [
    tokens[place - 1],
    tokens[place],
    tokens[place + 1],
    tokens[place + 2],
  ]
  if (!before || !token) return 'Something is missing.'
  const numbers = before.kind === 'number' && token.kind === 'number'
  if (numbers && slash?.text === '/' && below?.kind === 'number') {
    const [whole, part] = [shorten(before.text), shorten(spell(tokens, place, place + 3))]
    const minus = tokens[place - 2]?.text === '-'
    const readings = minus
      ? `-(${whole}+${part}) or as -${whole}*${part}`
      : `${whole}+${part} or as ${whole}*${part}`
    return `${minus ? '-' : ''}${whole} ${part} can be read as ${readings}. ${choose}`
  }
  const whole = before.text + token.text
  const joined = numbers && /^\d+(\.\d*)?$/.test(whole) ? ` Write ${shorten(whole)} if it is one number.` : ''
  const pair = `${shorten(before.text)} and ${shorten(token.text)}`
  return `A sign is missing between ${pair} at character ${token.column}.${joined}`
}

/** What was typed, and two ways to write it so that it can be read in one; too long a piece is not repeated. */
function readings(typed: string, first: string, second: string, factor: string, otherwise: string): string {
  if (typed.length > 40) return `A sign is missing before ${shorten(factor)}. ${otherwise}`
  return `${typed} can be read as ${first} or as ${second}. ${choose}`
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
): string {
  const end = endOfFactor(tokens, place)
  const above = spell(tokens, start, slash)
  const below = spell(tokens, slash + 1, place)
  const factor = spell(tokens, place, end)
  const typed = spell(tokens, start, end)
  const otherwise = 'Write *, and brackets around what is divided by.'
  const first = `(${above}/${below})${times}${factor}`
  return readings(typed, first, `${above}/(${below}${times}${factor})`, factor, otherwise)
}

/**
 * `ln 2x11`: a factor at `place` right after a function without brackets, which begins at `from`, its value at
 * `part`.
 */
export function bareReadings(tokens: readonly Token[], from: number, part: number, place: number): string {
  const end = endOfFactor(tokens, place)
  const word = spell(tokens, from, part)
  const value = spell(tokens, part, place)
  const factor = spell(tokens, place, end)
  const otherwise = `Write *, and brackets after ${word}.`
  const typed = spell(tokens, from, end)
  return readings(typed, `${word}(${value})*${factor}`, `${word}(${value}*${factor})`, factor, otherwise)
}

/** `ln 2^3`: the exponent, which may have a sign, stands at `place`. */
export function powerOfBare(tokens: readonly Token[], from: number, part: number, place: number): string {
  const end = endOfFactor(tokens, tokens[place]?.text === '-' ? place + 1 : place)
  const word = spell(tokens, from, part)
  const value = spell(tokens, part, place - 1)
  const power = spell(tokens, place, end)
  const typed = spell(tokens, from, end)
  if (typed.length > 40) return `Write brackets after ${word}, around all that it is of.`
  return `${typed} can be read as ${word}(${value})^${power} or as ${word}(${value}^${power}). ${choose}`
}

/** `e^2x11`: a factor at `place` right after an exponent without brackets, which begins at `part`. */
export function twoExponents(tokens: readonly Token[], from: number, part: number, place: number): string {
  const end = endOfFactor(tokens, place)
  const base = spell(tokens, from, part)
  const exponent = spell(tokens, part, place)
  const factor = spell(tokens, place, end)
  const typed = spell(tokens, from, end)
  const otherwise = 'Write *, and brackets around the exponent.'
  return readings(
    typed,
    `${base}(${exponent})*${factor}`,
    `${base}(${exponent}*${factor})`,
    factor,
    otherwise,
  )
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
export function severalWays(token: Token, ways: readonly (readonly Piece<unknown>[])[]): string {
  const [first, second] = ways.map(way => way.map(({ from, to }) => token.text.slice(from, to)).join('*'))
  const where = `${shorten(token.text)} at character ${token.column}`
  if (first === second) return `${where} is the spelling of more than one entry. Write it as A[1,2].`
  if (token.text.length > 40) return `${where} can be read in more than one way. Write * between the names.`
  return `${where} can be read as ${first} or as ${second}. ${choose}`
}

/** `2e11` where e11 is an entry. */
export function twoNumbers(before: string, symbol: string): string {
  const exponent = symbol.slice(1)
  return `${shorten(`${before}${symbol}`)} can be read as ${before}*10^${exponent} or as ${before}*${symbol}. ${choose}`
}

/** `log2(8)`, also at the end of a run: `a11log2(8)`. */
export function baseOfLog(token: Token): string {
  const [whole = '', word = '', base = ''] = /(log)(2|10)$/i.exec(token.text) ?? []
  const column = token.column + token.text.length - whole.length
  return `${whole} at character ${column} is not known here: ${word} is the natural logarithm. Write ln(…)/ln(${base}) for the one to the base ${base}.`
}

/** `A[3,1]` where A has no such entry; `index` is null where what stands in the brackets is none. */
export function badIndex(token: Token, node: SymbolicNode, index: readonly number[] | null): string {
  const where = `at character ${token.column}`
  if (node.shape.length === 0) return `${node.name} ${where} is a scalar. Write it as ${node.name}.`
  const example = `${node.name}[${node.shape.map(() => 1).join(',')}]`
  if (index === null) return `The entry of ${node.name} ${where} cannot be read. Write it as ${example}.`
  return `${node.name}[${index.join(',')}] ${where} is no entry: ${node.name} is ${showShape(node.shape)}, counted from 1.`
}

/** A name, at `place`, that no number has. */
export function unknownName(tokens: readonly Token[], place: number, vocabulary: Vocabulary): string {
  const token = tokens[place]
  const before = tokens[place - 1]
  if (!token) return 'Something is missing.'
  const name = shorten(token.text)
  const where = `${name} at character ${token.column}`
  if (/^(nan|inf|infinity)$/i.test(token.text)) return `${where} is not a number here. Type the exact value.`
  const glued = before?.kind === 'number' && before.column + before.text.length === token.column
  if (glued && before.text === '0' && /^[xob][\da-f]+$/i.test(token.text)) {
    return `${where} cannot be read after 0: only decimal digits are.`
  }
  const meant = nodeMeant(vocabulary, token.text)
  if (meant) {
    const whole = token.text.length === meant.name.length
    if (meant.shape.length === 0)
      return `${where} is not known here: ${meant.name} is a scalar. For a product write *, for a power ^.`
    const one = symbolNames(meant.name, meant.shape)[0] ?? ''
    return whole
      ? `${where} is all of ${meant.name}, which is ${showShape(meant.shape)}. A cell takes entries, such as ${one}.`
      : `${where} is no entry: ${meant.name} is ${showShape(meant.shape)}, counted from 1.`
  }
  if (glued && /^x\d*$/i.test(token.text)) return `${where} cannot be read. For a product write *.`
  const power = /^e\d+$/i.test(token.text) ? ` Write a power with ^, such as e^${token.text.slice(1)}.` : ''
  const entries = vocabulary.nodes.slice(0, 6).map(({ name }) => name)
  const also = entries.length === 0 ? '' : `, and the entries of ${entries.join(', ')}`
  return `${where} is not known here.${power || ` A cell takes ${known}${also}.`}`
}
