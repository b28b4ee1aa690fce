import { message } from '@/lib/words/message'
import { takesSeveral } from '../answer/functions'
import type { Lexed } from './token'
import { lexTyped } from './typed'

/** Tokens of a typed cell. */
export function lexAnswer(text: string): Lexed {
  return lexTyped(text, {
    dialect: 'answer',
    name: /\p{L}[\p{L}\p{M}\d_]*/uy,
    // Square brackets only after a name: they hold the indices of an entry.
    symbol: /\*\*|[-+*/^(),√[\]]/y,
    opens: (_mark, before) => before?.kind === 'name',
    takesSeveral,
    comma: message('lexing.one-value'),
  })
}
