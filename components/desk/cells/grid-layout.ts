import type { Shape } from '@/lib/exact/tensor'

/** One matrix of a grid of cells. A tensor of rank 3 or more is a stack of them. */
export interface Block {
  /** Which slice of the outer axes it is, counted from 1; empty up to rank 2. */
  readonly slice: readonly number[]
  readonly rows: number
  readonly columns: number
  /** Row-major index of its first cell. */
  readonly first: number
}

/** Longer vectors stand as rows, so that they do not push everything else off the page. */
const tallestVector = 8

/** A vector stands as a column unless it is long; a scalar is one cell. */
export function gridBlocks(shape: Shape): readonly Block[] {
  const [length] = shape
  if (length === undefined) return [{ slice: [], rows: 1, columns: 1, first: 0 }]
  if (shape.length === 1) {
    const standing = length <= tallestVector
    return [{ slice: [], rows: standing ? length : 1, columns: standing ? 1 : length, first: 0 }]
  }
  const rows = shape.at(-2) ?? 1
  const columns = shape.at(-1) ?? 1
  return slices(shape.slice(0, -2)).map((slice, place) => ({
    slice,
    rows,
    columns,
    first: place * rows * columns,
  }))
}

function slices(outer: Shape): readonly (readonly number[])[] {
  const [length, ...rest] = outer
  if (length === undefined) return [[]]
  return Array.from({ length }, (_, index) => slices(rest).map(slice => [index + 1, ...slice])).flat()
}

export type Direction = 'up' | 'down' | 'left' | 'right'

/** Where a cell stands: its matrix in the stack, its row and its column, from 0. */
export interface CellPlace {
  readonly block: number
  readonly row: number
  readonly column: number
}

export function placeOf(blocks: readonly Block[], index: number): CellPlace {
  const block = Math.max(
    0,
    blocks.findIndex(({ first, rows, columns }) => index >= first && index < first + rows * columns),
  )
  const { first = 0, columns = 1 } = blocks[block] ?? {}
  return { block, row: Math.floor((index - first) / columns), column: (index - first) % columns }
}

/** The cell beside one, through a stack of matrices as if they were one tall matrix; null at the edge. */
export function beside(blocks: readonly Block[], index: number, direction: Direction): number | null {
  const { block, row, column } = placeOf(blocks, index)
  const here = blocks[block]
  if (!here) return null
  if (direction === 'left') return column > 0 ? index - 1 : null
  if (direction === 'right') return column < here.columns - 1 ? index + 1 : null
  if (direction === 'down') {
    if (row < here.rows - 1) return index + here.columns
    const next = blocks[block + 1]
    return next ? next.first + column : null
  }
  if (row > 0) return index - here.columns
  const before = blocks[block - 1]
  return before ? before.first + (before.rows - 1) * before.columns + column : null
}

/** Words for a cell, for screen readers: `entry row 1, column 2`. */
export function cellLabel(blocks: readonly Block[], shape: Shape, index: number): string {
  if (shape.length === 0) return 'answer'
  if (shape.length === 1) return `entry ${index + 1}`
  const { block, row, column } = placeOf(blocks, index)
  const slice = blocks[block]?.slice ?? []
  const where = `entry row ${row + 1}, column ${column + 1}`
  return slice.length > 0 ? `${where} of matrix ${slice.join(', ')}` : where
}
