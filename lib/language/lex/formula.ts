import { message } from '@/lib/words/message'
import { takesSeveral } from '../answer/formula-functions'
import type { Lexed, Token } from './token'
import { lexTyped } from './typed'

/**
 * Tokens of a typed formula. A transpose (`.T`, `ᵀ`, `⊤`, `'`) is a symbol, and no letter of the name before it;
 * the `∂` of `∂L/∂C` is the letter d. What follows `.T` may stand close to it: `A.TB` is `A^T B`. Products:
 * `*` entry by entry, `·` any other sign of one. `1[z > 0]` and `e^{-z}` have their brackets as `( )`; a point before
 * another word is a symbol with it, so that a message can say what to write.
 */
export function lexFormula(text: string): Lexed {
  const lexed = lexTyped(text, {
    dialect: 'formula',
    name: /∂?(?!ᵀ)\p{L}(?:(?!ᵀ)[\p{L}\p{M}\d_])*/uy,
    symbol: /\*\*|\.T|\.t(?![\p{L}\d_])|\.\p{L}[\p{L}\d_]*|<=|>=|==|!=|[-+*/^(),@·ᵀ⊤'[\]{}<>≤≥≠]/uy,
    opens: (mark, before) => before?.text === '1' || (mark === '{' && before?.text === '^'),
    takesSeveral,
    comma: message('lexing.comma-before-axis'),
  })
  if (!lexed.ok) return lexed
  // The 1 of an indicator is no factor: what stands in its brackets is 1 or 0 itself.
  const tokens = lexed.tokens.filter(({ text }, at) => text !== '1' || !isIndicator(lexed.tokens[at + 1]))
  return { ok: true, tokens: tokens.map(token => ({ ...token, text: plain(token.text) })) }
}

function isIndicator(next: Token | undefined): boolean {
  return next?.text === '[' || next?.text === '{'
}

const spellings: ReadonlyMap<string, string> = new Map([
  ['[', '('],
  ['{', '('],
  [']', ')'],
  ['}', ')'],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
])

function plain(text: string): string {
  return spellings.get(text) ?? text.replace('∂', 'd')
}
