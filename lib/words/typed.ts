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
