import type { Piece, Section } from './section'

/** What stands under one heading of the second level: what a class reads at a time. */
export interface Part {
  /** The heading as safe HTML; null of what comes before the first heading. */
  readonly heading: string | null
  readonly pieces: readonly Piece[]
}

/** The parts of a section in their order, none of them empty; together they have everything that the section has. */
export function partsOf({ pieces, headings }: Pick<Section, 'pieces' | 'headings'>): readonly Part[] {
  const parts: { heading: string | null; pieces: Piece[] }[] = [{ heading: null, pieces: [] }]
  const titles = headings.filter(({ level }) => level === 2).map(({ html }) => html)
  for (const piece of pieces) {
    if (piece.type !== 'html') {
      parts.at(-1)?.pieces.push(piece)
      continue
    }
    for (const [nth, html] of piece.html.split(/(?=<h2[ >])/).entries()) {
      if (/^<h2[ >]/.test(html)) parts.push({ heading: titles.shift() ?? null, pieces: [] })
      parts.at(-1)?.pieces.push({ type: 'html', id: `${piece.id}-${nth + 1}`, html: html.trim() })
    }
  }
  return parts
    .map(part => ({
      ...part,
      pieces: part.pieces.filter(piece => piece.type !== 'html' || piece.html !== ''),
    }))
    .filter(part => part.pieces.length > 0)
}
