import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { lex } from '../lex'
import { refused } from './cursor'
import type { AnswerExpr } from './expr'
import { functions } from './functions'
import type { Lexeme, Meaning } from './lexeme'
import { answerLimits } from './limits'
import { Parser } from './parser'
import { twoNumbers } from './refusals'
import { noSymbols, symbolsAt, type Vocabulary } from './vocabulary'
import { understand } from './words'

export type { AnswerExpr } from './expr'

export type AnswerRead =
  | {
      ok: true
      expr: AnswerExpr
      /** A name in it leaves the rationals: a symbol, e, or a function such as exp. */
      beyond: boolean
    }
  | { ok: false; message: Message; at: number }

/**
 * Reads what was typed into a cell. Python's precedence (`-x^2` is -(x^2), `^` groups to the right); a product may
 * go without a sign before a bracket or a name, but not where it could be meant in two ways: right after a
 * division, a function without brackets (`ln 2x11`) or an exponent of e without brackets (`e^2x11`). Never throws;
 * the limits on length and depth are counted here, those on size by `plainValue` and `scalarValue`.
 */
export function readAnswer(text: string, vocabulary: Vocabulary = noSymbols): AnswerRead {
  if (isLongerThan(text, answerLimits.characters)) {
    return { ok: false, message: message('answer.too-long', { most: answerLimits.characters }), at: 0 }
  }
  const lexed = lex(text, 'answer')
  if (!lexed.ok) return { ok: false, message: lexed.error.message, at: lexed.error.at }
  if (lexed.tokens.length === 1) return { ok: false, message: message('answer.empty'), at: 0 }
  for (const token of lexed.tokens) {
    const doubt = token.kind === 'number' ? numberOrSymbol(token.text, vocabulary) : null
    if (doubt !== null) return { ok: false, message: doubt, at: token.at }
  }
  const lexemes = understand(lexed.tokens, vocabulary)
  const expr = new Parser(lexemes).whole()
  return refused(expr) ? { ok: false, ...expr } : { ok: true, expr, beyond: lexemes.some(isBeyond) }
}

/** Counted in characters (code points), as people do. */
export function isLongerThan(text: string, characters: number): boolean {
  return text.length > characters && (text.length > 2 * characters || [...text].length > characters)
}

/** `2e11` is a power of ten, unless e11 is an entry of this exercise: then nobody can tell. */
function numberOrSymbol(text: string, vocabulary: Vocabulary): Message | null {
  const [, before, symbol] = /^(.+)(e\d+)$/i.exec(text) ?? []
  if (before === undefined || symbol === undefined) return null
  const spelled = symbol.toLowerCase()
  const isSymbol = symbolsAt(vocabulary, spelled, 0).some(({ to }) => to === spelled.length)
  return isSymbol ? twoNumbers(before, symbol) : null
}

function isBeyond({ meaning }: Lexeme<Meaning>): boolean {
  if (meaning === undefined || meaning.kind === 'refused') return false
  return meaning.kind === 'function' ? functions[meaning.name].beyond : true
}
