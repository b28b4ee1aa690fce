import { type Block, beside } from './grid-layout'

export interface Pasted {
  readonly cells: readonly string[]
  /** The last cell that was filled. */
  readonly last: number
  /** How many cells of the block lay outside the grid. */
  readonly left: number
}

/** Fills the grid from a cell on with a pasted block; what does not fit is left out and counted. */
export function pasteBlock(
  blocks: readonly Block[],
  cells: readonly string[],
  at: number,
  block: readonly (readonly string[])[],
  rank: number,
): Pasted {
  // NumPy and Python print a vector as a row, which has to become a column here.
  const lying = rank === 1 && block.length === 1 && (blocks[0]?.columns ?? 1) === 1
  const standing = rank === 1 && (blocks[0]?.rows ?? 1) === 1 && block.every(row => row.length === 1)
  const rows = lying
    ? (block[0] ?? []).map(cell => [cell])
    : standing
      ? [block.map(row => row[0] ?? '')]
      : block
  const filled = [...cells]
  let last = at
  let left = 0
  let rowStart: number | null = at
  for (const row of rows) {
    let place: number | null = rowStart
    for (const text of row) {
      if (place === null) left += 1
      else {
        filled[place] = text
        last = place
        place = beside(blocks, place, 'right')
      }
    }
    rowStart = rowStart === null ? null : beside(blocks, rowStart, 'down')
  }
  return { cells: filled, last, left }
}
