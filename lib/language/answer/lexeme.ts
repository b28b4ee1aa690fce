import type { Message } from '@/lib/words/argument'
import type { Token } from '../lex'
import type { ConstantName } from './expr'
import type { FunctionName } from './functions'

/** A token with what its word means; a run of words is several of them. */
export interface Lexeme<M> extends Token {
  readonly meaning?: M
}

/** What a word of a typed cell means. What cannot be understood is told when the reader comes to it. */
export type Meaning =
  | { readonly kind: 'function'; readonly name: FunctionName }
  | { readonly kind: 'constant'; readonly name: ConstantName }
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'refused'; readonly message: Message }

/** The piece of a token from one place of its text to another. */
export function cut<M>(token: Token, from: number, to: number, meaning: M | null): Lexeme<M> {
  const { line } = token
  const piece = { text: token.text.slice(from, to), at: token.at + from, line, column: token.column + from }
  return meaning === null ? { kind: 'number', ...piece } : { kind: token.kind, ...piece, meaning }
}
