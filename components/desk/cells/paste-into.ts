import type { Shape } from '@/lib/exact/tensor'
import { type Rows, turned, widthOf } from '@/lib/language/answer/pasted/form'
import { readPasted } from '@/lib/language/answer/pasted/read'
import { pastingSentence } from '@/lib/words/pasting'
import type { Block } from './grid-layout'
import { type Pasted, pasteBlock } from './paste-block'

/** Where a text is pasted. */
export interface PlaceOfPaste {
  readonly shape: Shape
  readonly blocks: readonly Block[]
  readonly cells: readonly string[]
  /** The cell that has the focus. */
  readonly at: number
}

/** What fits only in another way than it was pasted, with the button that does it. */
export interface Offer {
  readonly label: string
  readonly cells: readonly string[]
  readonly last: number
}

export type Paste =
  /** The content of one cell, to be pasted as any text. */
  | { readonly kind: 'text' }
  | {
      readonly kind: 'filled'
      readonly cells: readonly string[]
      readonly last: number
      readonly told: string | null
    }
  /** Nothing is filled in; `told` is marked text. */
  | { readonly kind: 'told'; readonly told: string; readonly offer: Offer | null }

/** What a pasted text does to a grid of cells. What fits only turned, or only row by row, is offered and not done. */
export function pasteInto(place: PlaceOfPaste, text: string): Paste {
  const read = readPasted(text)
  if (!read.ok)
    return { kind: 'told', told: `${pastingSentence(read.message)} Nothing was filled in.`, offer: null }
  const { rows } = read
  // A shape such as [2, 3] is the content of one cell.
  const isOneLine = !/[\r\n]/.test(text.trim())
  if (rows === null || (place.cells.length === 1 && isOneLine && count(rows) > 1)) return { kind: 'text' }
  const pasted = pasteHere(place, rows)
  if (pasted.left === 0) return { kind: 'filled', cells: pasted.cells, last: pasted.last, told: null }
  return (
    offered(place, rows) ?? {
      kind: 'filled',
      cells: pasted.cells,
      last: pasted.last,
      told: leftOut(pasted.left),
    }
  )
}

function pasteHere({ shape, blocks, cells, at }: PlaceOfPaste, rows: Rows): Pasted {
  return pasteBlock(blocks, cells, at, rows, shape.length)
}

function count(rows: Rows): number {
  return rows.reduce((sum, row) => sum + row.length, 0)
}

/** The one other way in which all of it would fit. */
function offered(place: PlaceOfPaste, rows: Rows): Paste | null {
  const { blocks, cells } = place
  const [first] = blocks
  const width = widthOf(rows)
  if (rows.some(row => row.length !== width) || first === undefined) return null
  const size = `The pasted block is ${rows.length}×${width}.`
  const across = turned(rows)
  // The whole of the grid is meant, from whatever cell it is pasted; a square block says nothing of how it lies.
  const isWhole =
    blocks.length === 1 && rows.length !== width && width === first.rows && rows.length === first.columns
  const lying = pasteHere(isWhole ? { ...place, at: 0 } : place, across)
  if (lying.left === 0) {
    const offer = { label: 'Turn it and fill it in', cells: lying.cells, last: lying.last }
    return { kind: 'told', told: `${size} It fits here only turned, its rows as columns.`, offer }
  }
  if (Math.min(rows.length, width) > 1 || count(rows) !== cells.length) return null
  const offer = { label: 'Fill the grid row by row', cells: rows.flat(), last: cells.length - 1 }
  return { kind: 'told', told: `${size} It has as many entries as the grid, in one line.`, offer }
}

function leftOut(left: number): string {
  const those = left === 1 ? 'One pasted entry lies' : `${left} pasted entries lie`
  return `${those} outside the grid and ${left === 1 ? 'was' : 'were'} left out. Ctrl+Z takes the paste back.`
}
