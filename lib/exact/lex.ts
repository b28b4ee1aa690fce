import { lexAnswer } from './lex/answer'
import { lexChalk } from './lex/chalk'
import type { Lexed } from './lex/token'

/**
 * The one lexer, in its two dialects: `chalk` for exercise files (comments, lines, strings), `answer` for typed cells
 * (foreign minus and times signs, decimal commas). Never throws; the last token is always `end`.
 */
export function lex(text: string, dialect: 'chalk' | 'answer'): Lexed {
  return dialect === 'chalk' ? lexChalk(text) : lexAnswer(text)
}

export { digitLimit, readNumber } from './lex/number'
export type { Lexed, Misread, Token, TokenKind } from './lex/token'
