import type { Token } from '../lex'
import { isLater } from './functions'

/** The words for what cannot be read: what was found, where (characters count from 1), what to do. */

const known = 'numbers, + - * / ^, brackets, max, min, abs and relu'

/** Text of the tokens `from` to `to` (exclusive), as folded; the spaces are gone. */
function spell(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(token => token.text)
    .join('')
}

/** A long piece would bury the sentence. */
function shorten(text: string): string {
  return text.length <= 24 ? text : `${text.slice(0, 22)}…`
}

/** A value is expected at `place`, and none is there. */
export function missing(tokens: readonly Token[], place: number): string {
  const token = tokens[place]
  const before = tokens[place - 1]
  if (token === undefined || token.kind === 'end') {
    return before ? `Something is missing after ${before.text} at the end.` : 'This cell is empty.'
  }
  const where = `${token.text} at character ${token.column}`
  return before
    ? `A number is missing between ${before.text} and ${where}.`
    : `A number is missing before ${where}.`
}

/** Two values side by side with nothing between them, the second one at `place`. */
export function besideNumber(tokens: readonly Token[], place: number): string {
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
    return `${minus ? '-' : ''}${whole} ${part} can be read as ${readings}. Write the one that you mean.`
  }
  const whole = before.text + token.text
  const joined = numbers && /^\d+(\.\d*)?$/.test(whole) ? ` Write ${shorten(whole)} if it is one number.` : ''
  const pair = `${shorten(before.text)} and ${shorten(token.text)}`
  return `A sign is missing between ${pair} at character ${token.column}.${joined}`
}

/**
 * `1/2(3)`: a product without a sign right after a division. `start` is where the term begins, `slash` the division,
 * `place` the factor.
 */
export function twoReadings(tokens: readonly Token[], start: number, slash: number, place: number): string {
  const end = endOfFactor(tokens, place)
  const [above, below, factor] = [
    spell(tokens, start, slash),
    spell(tokens, slash + 1, place),
    spell(tokens, place, end),
  ]
  const typed = spell(tokens, start, end)
  if (typed.length > 40)
    return `A sign is missing before ${shorten(factor)}. Write *, and brackets around what is divided by.`
  return `${typed} can be read as (${above}/${below})*${factor} or as ${above}/(${below}*${factor}). Write the one that you mean.`
}

/** Past a name and the bracket that follows it; an unclosed bracket reaches to the end. */
function endOfFactor(tokens: readonly Token[], place: number): number {
  let at = tokens[place]?.kind === 'name' ? place + 1 : place
  if (tokens[at]?.text !== '(') return at
  let depth = 0
  do {
    if (tokens[at]?.text === '(') depth += 1
    if (tokens[at]?.text === ')') depth -= 1
    at += 1
  } while (depth > 0 && at < tokens.length - 1)
  return at
}

/** A name, at `place`, that no number has. */
export function unknownName(tokens: readonly Token[], place: number): string {
  const token = tokens[place]
  const before = tokens[place - 1]
  if (!token) return 'Something is missing.'
  const name = shorten(token.text)
  const where = `${name} at character ${token.column}`
  if (/^(nan|inf|infinity)$/i.test(token.text)) return `${where} is not a number here. Type the exact value.`
  if (isLater(token.text)) return `${where} is not read yet: for now a cell takes ${known}.`
  const glued = before?.kind === 'number' && before.column + before.text.length === token.column
  if (glued && before.text === '0' && /^[xob][\da-f]+$/i.test(token.text)) {
    return `${where} cannot be read after 0: only decimal digits are.`
  }
  if (glued && /^x\d*$/i.test(token.text)) return `${where} cannot be read. For a product write *.`
  if (/^(pi|π)$/i.test(token.text)) return `${where} is not read here: answers are rational numbers.`
  return `${where} is not known here. A cell takes ${known}.`
}
