import type { Messages } from 'next-intl'
import type { NamedFigure } from '@/lib/protocol/figure'

/** A piece of the text; of an exercise only its title is said, because it stands on the desks. */
export type ReadPiece =
  | { readonly type: 'html'; readonly id: string; readonly html: string }
  | ({ readonly type: 'figure' } & NamedFigure)
  | { readonly type: 'exercise'; readonly slug: string; readonly title: string }

export interface ReadPart {
  /** Safe HTML; null of what comes before the first heading. */
  readonly heading: string | null
  readonly pieces: readonly ReadPiece[]
}

/** A section as a page gets it that shows it beside something else, or one part at a time. */
export interface SectionText {
  readonly title: string
  readonly able: string
  readonly parts: readonly ReadPart[]
  /** What its figures say. */
  readonly words: Pick<Messages, 'figures'>
}

/** Tells pieces of one section apart. */
export function pieceKey(piece: ReadPiece): string {
  if (piece.type === 'exercise') return piece.slug
  return piece.type === 'figure' ? piece.name : piece.id
}
