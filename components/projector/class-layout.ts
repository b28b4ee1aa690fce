/** Type of the class grid, in em of the wall: what the back row can read, and what a small class has room for. */
export const least = 1.2
const most = 1.6
/** Height of a row in its own em with its line, and how many rows' heights a head of fractions and the foot take. */
export const rowHigh = 1.22
export const aroundRows = 3.9

/** Room in em of the wall: its width, its height, and the line that counts who has no row. */
const [wallWide, wallHigh, moreHigh] = [90, 43, 2]
/** In em of the grid's type: the column of names, what the head of a step needs, and the gap between blocks. */
export const namesWide = 7.8
const [headWide, gap] = [2.3, 1.4]
/** What `pred.`, the widest word of a head, takes with the space beside it. */
const wordWide = 2.6

export interface ClassLayout {
  /** Blocks of rows side by side, and the most rows in one. */
  readonly blocks: number
  readonly rows: number
  /** Every which step has a head: all, unless the columns are too narrow for that. */
  readonly every: number
  /** Largest type, in em of the wall, at which no head touches the next. */
  readonly most: number
}

/** How the grid of a class of `students` at `steps` steps stands on the wall, or on half of it. */
export function classLayout(students: number, steps: number, half: boolean): ClassLayout {
  const wide = (half ? (wallWide - 3) / 2 : wallWide) / least
  const rowsIn = (high: number) => Math.floor(high / (least * rowHigh) - aroundRows)
  const room = Math.max(1, Math.floor((wide + gap) / (namesWide + steps * headWide + gap)))
  const all = rowsIn(wallHigh)
  const blocks = Math.min(room, Math.max(1, Math.ceil(students / all)))
  const rows = students <= blocks * all ? Math.ceil(students / blocks) : rowsIn(wallHigh - moreHigh)
  const column = ((wide - gap * (blocks - 1)) / blocks - namesWide) / Math.max(1, steps)
  const every = Math.max(1, Math.ceil(headWide / column))
  const asWide = (wide * least) / (blocks * (namesWide + (steps * wordWide) / every) + gap * (blocks - 1))
  return { blocks, rows, every, most: Math.min(most, Math.max(least, asWide)) }
}
