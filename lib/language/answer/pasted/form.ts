import type { Message } from '@/lib/words/argument'

/** Entries as they stand in the text; rows may be of unequal length. */
export type Rows = string[][]

/** The printout or the notation of one program, or of a family of them. */
export interface Form {
  /** The blanks before its first line belong to it. */
  readonly indented?: true
  /**
   * The rows that a text of this form holds; null where it has another form; a message where it has this one and cannot be
   * read. Never throws, and looks at each character a bounded number of times.
   */
  read(text: string): Rows | Message | null
}

export function isRows(read: Rows | Message): read is Rows {
  return Array.isArray(read)
}

/** Rows become columns; what a short row lacks is empty. */
export function turned(rows: Rows): Rows {
  const width = widthOf(rows)
  return Array.from({ length: width }, (_, column) => rows.map(row => row[column] ?? ''))
}

/** A long piece would bury the sentence. */
export function shortened(piece: string): string {
  const line = piece.trim().split('\n', 1)[0] ?? ''
  return line.length <= 40 ? line : `${line.slice(0, 38)}…`
}

/** Cells of the longest row. */
export function widthOf(rows: Rows): number {
  return rows.reduce((most, row) => Math.max(most, row.length), 0)
}
