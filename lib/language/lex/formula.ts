import { message } from '@/lib/words/message'
import type { Lexed } from './token'
import { lexTyped } from './typed'

/**
 * Tokens of a typed formula. A transpose (`.T`, `ᵀ`, `⊤`, `'`) is a symbol, and no letter of the name before it;
 * the `∂` of `∂L/∂C` is the letter d. What follows `.T` may stand close to it: `A.TB` is `A^T B`. Products:
 * `*` entry by entry, `·` any other sign of one.
 */
export function lexFormula(text: string): Lexed {
  const lexed = lexTyped(text, {
    dialect: 'formula',
    name: /∂?(?!ᵀ)\p{L}(?:(?!ᵀ)[\p{L}\p{M}\d_])*/uy,
    symbol: /\*\*|\.T|\.t(?![\p{L}\d_])|[-+*/^(),@·ᵀ⊤']/uy,
    takesSeveral: word => /(?:sum|mean)$/.test(word),
    comma: message('lexing.comma-before-axis'),
  })
  if (!lexed.ok) return lexed
  return { ok: true, tokens: lexed.tokens.map(token => ({ ...token, text: token.text.replace('∂', 'd') })) }
}
