import { type Mathematics, math } from './argument'
import type { Piece } from './text'

/**
 * The pieces of a text that a teacher typed: mathematics stands between two dollar signs of one line. As in Pandoc, a `$`
 * opens only before something that is no space, and closes only after such and before no digit, so that prices stay prices.
 */
export function typedPieces(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const found of text.matchAll(/\$(?=\S)([^$\n]*[^$\s])\$(?!\d)/g)) {
    if (found.index > from) pieces.push({ kind: 'words', text: text.slice(from, found.index) })
    pieces.push({ kind: 'math', text: found[1] ?? '' })
    from = found.index + found[0].length
  }
  if (from < text.length) pieces.push({ kind: 'words', text: text.slice(from) })
  return pieces
}

/** The same text as a message takes it: words and mathematics in turn. */
export function typedArgument(text: string): (string | Mathematics)[] {
  // People copy the sign of a partial derivative from a page; the notation writes `dL/dz`.
  return typedPieces(text).map(({ kind, text }) =>
    kind === 'words' ? text : math(text.replaceAll('∂', 'd')),
  )
}

/** The text without the dollar signs of its mathematics. */
export function typedPlain(text: string): string {
  return typedPieces(text)
    .map(piece => piece.text)
    .join('')
}
