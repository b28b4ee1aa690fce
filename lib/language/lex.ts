import { lexAnswer } from './lex/answer'
import { lexChalk } from './lex/chalk'
import { lexFormula } from './lex/formula'
import type { Lexed } from './lex/token'

const dialects = { chalk: lexChalk, answer: lexAnswer, formula: lexFormula }

/**
 * The one lexer, in its dialects: `chalk` for exercise files (comments, lines, strings), `answer` for typed cells
 * (foreign minus and times signs, decimal commas), `formula` for typed matrix formulas. Never throws; the last
 * token is always `end`.
 */
export function lex(text: string, dialect: keyof typeof dialects): Lexed {
  return dialects[dialect](text)
}

export { digitLimit, fractionOf, readNumber } from './lex/number'
export type { Lexed, Misread, Token, TokenKind } from './lex/token'
