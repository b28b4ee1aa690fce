import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { unread } from './advice'
import { type Folded, fold, typedAt, unitsBefore } from './fold'
import { beforeLetter, pointOrProduct, printedExponent, printedNumber } from './print'
import { isInvisible, type Lexed, type Token, type TokenKind } from './token'

/** A run of digits and points, even with too many points, so that a message can name `1.2.3` as a whole. */
const number = /(?=\.?\d)\d*(?:\.\d+)*\.?(?:[eE][+-]?\d+)?/y
const numberWithComma = /(?=[.,]?\d)\d*(?:[.,]\d+)*\.?(?:[eE][+-]?\d+)?/y
/**
 * One to three digits, a comma and three digits may be a thousand or a decimal. After a 0 they can only be a decimal.
 */
const thousandOrDecimal = /^[1-9]\d{0,2},\d{3}$/

/** What is typed for one kind of step. */
export interface Typed {
  readonly dialect: 'answer' | 'formula'
  readonly name: RegExp
  readonly symbol: RegExp
  /** Whether a bracket other than ( may stand after this token. */
  opens(mark: string, before: Token | undefined): boolean
  /** Whether commas in the brackets after this word part its arguments. */
  takesSeveral(word: string): boolean
  /** The refusal of a comma that separates nothing. */
  readonly comma: Message
}

/** Tokens of a typed text. The column is the number of the character, and messages name it. */
export function lexTyped(text: string, typed: Typed): Lexed {
  const { name, symbol, opens, takesSeveral } = typed
  const folded = fold(text, typed.dialect)
  const source = folded.text
  const tokens: Token[] = []
  /** For each open bracket: whether commas in it part arguments. Elsewhere a comma can only be a decimal comma. */
  const separating: boolean[] = []
  let place = 0

  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = place
    return pattern.exec(source)?.[0] ?? null
  }
  const push = (kind: TokenKind, spelling: string, length: number): void => {
    tokens.push({ kind, text: spelling, at: unitsBefore(folded, place), line: 1, column: place + 1 })
    place += length
  }
  const refuse = (message: Message): Lexed => ({
    ok: false,
    error: { at: unitsBefore(folded, place), line: 1, column: place + 1, message },
  })

  while (place < source.length) {
    if (/\s/.test(source[place] ?? '')) {
      place += 1
      continue
    }
    const inArguments = separating.at(-1) === true
    const printed = typed.dialect === 'answer' ? printedNumber(folded, place, inArguments) : null
    if (printed) {
      push('number', printed.spelling, printed.length)
      continue
    }
    const typedNumber = take(inArguments ? number : numberWithComma)
    if (typedNumber !== null) {
      const literal = beforeLetter(folded, place, typedNumber)
      const trouble = separatorTrouble(literal)
      if (trouble !== null) return refuse(trouble)
      push('number', literal.replace(',', '.'), literal.length)
      continue
    }
    const word = take(name)
    // The fillers of Hangul are letters that nobody sees.
    if (word !== null && !isInvisible(typedAt(folded, place))) {
      push('name', word, word.length)
      continue
    }
    const before = tokens.at(-1)
    const exponent = typed.dialect === 'answer' ? printedExponent(folded, place, before) : null
    if (exponent) {
      // In brackets of its own, since what is raised shows where it ends: `e²x` is e²·x.
      for (const sign of exponent.signs)
        push(sign === '-' || '^()'.includes(sign) ? 'symbol' : 'number', sign, 0)
      place += exponent.length
      continue
    }
    const mark = take(symbol)
    const closed = mark === ']' ? '[' : mark === '}' ? '{' : null
    const fits =
      mark === ','
        ? separating.at(-1)
        : mark === '[' || mark === '{'
          ? opens(mark, before)
          : closed === null || tokens.some(({ text }) => text === closed)
    const doubt = mark === '*' && typed.dialect === 'answer' ? pointOrProduct(folded, place, before) : null
    if (doubt) return refuse(doubt)
    if (mark !== null && fits) {
      if (mark === '(') separating.push(before !== undefined && takesSeveral(before.text))
      else if (mark === '[' || mark === '{') separating.push(typed.dialect === 'answer')
      else if (mark === ')' || closed !== null) separating.pop()
      push('symbol', mark === '**' ? '^' : mark, mark.length)
      continue
    }
    if (mark === ',') return refuse(message('lexing.comma', { place: place + 1, advice: typed.comma }))
    if (isInvisible(typedAt(folded, place)) && atAnEnd(folded, place)) {
      place += 1
      continue
    }
    return refuse(unread(typedAt(folded, place), place, typedAt(folded, place - 1)))
  }
  push('end', '', 0)
  return { ok: true, tokens }
}

function separatorTrouble(literal: string): Message | null {
  const digits = literal.replace(/[eE].*/, '')
  const separators = digits.match(/[.,]/g)?.length ?? 0
  if (separators > 1) return message('lexing.several-separators', { number: digits })
  if (!thousandOrDecimal.test(digits)) return null
  return message('lexing.thousand-or-decimal', {
    number: digits,
    thousand: digits.replace(',', ''),
    decimal: digits.replace(',', '.'),
  })
}

/** Copied text brings invisible characters along before and after what is seen; there they change nothing. */
function atAnEnd(folded: Folded, place: number): boolean {
  const blank = (character: string): boolean => /\s/.test(character) || isInvisible(character)
  const characters = folded.typed ?? [...folded.text]
  return characters.slice(0, place).every(blank) || characters.slice(place).every(blank)
}
