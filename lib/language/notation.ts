import { lex } from './lex'
import { NotationReader } from './notation/reader'

/** Nobody would read a longer formula within a sentence. */
const longest = 400

/**
 * Mathematics in the notation of exercise files, typeset as the inside of a `<math>` element: `W1`, `A[1,2]`, `dL/dA`,
 * `dC[1,2]/dA[1,1]`, the shape `2x3`, an expression such as `relu(W @ x)`, an equation. Null for what is none of them.
 */
export function notationMathml(source: string): string | null {
  const text = source.trim()
  if (text.length > longest) return null
  const lexed = lex(text, 'chalk')
  return lexed.ok ? new NotationReader(lexed.tokens).whole() : null
}
