import type { ProjectedPoll } from '@/lib/protocol/projector'
import { fittingSize } from './wall-matrix'

/** How the options of a poll stand on the wall. */
export interface Arrangement {
  /** Options side by side in a row; with one they stand one below the other. */
  readonly columns: number
  /** Size of an option's type in em of the wall. */
  readonly size: number
  /** Whether that is read from the back row. Else the numbers are left to the desks, which have them too. */
  readonly readable: boolean
}

/** Room on the wall in em that options share, and the largest type that they have and the least: 24 px at 1080. */
const [wallWide, wallHigh, most, least] = [88, 29, 2, 1.2]
/** Height of the line of “none of these”, of what an option has around its numbers, and of the gap between two. */
const [noneHigh, around, gap] = [3.6, 1.6, 0.7]
/** Width that the letter and the votes take beside an option, and the height that they take below it. */
const [beside, below] = [38, 5.6]
/** A fraction is as high as this many lines, a number as one. */
const [fractionHigh, numberHigh] = [2.6, 1.6]

/** The arrangement in which the options of a poll can be read best. */
export function arrangementOf({ options, step }: ProjectedPoll, half: boolean): Arrangement {
  const shape = options.every(({ cells }) => cells.length === 1) ? [] : step.shape
  const texts = options.flatMap(({ cells }) => cells)
  const fractions = texts.some(text => text.includes('/'))
  const longest = Math.max(2, ...texts.map(text => lengthOf(text, fractions)))
  const entry = { longest, tallest: fractions ? fractionHigh : numberHigh }
  const wide = wallWide / (half ? 2 : 1)
  const high = wallHigh - noneHigh
  const count = Math.max(1, options.length)
  let best = {
    columns: 1,
    size: fittingSize(shape, entry, {
      wide: wide - (half ? beside / 1.6 : beside),
      high: high / count - around,
    }),
  }
  for (let columns = 2; columns <= count && best.size < most; columns += 1) {
    const rows = Math.ceil(count / columns)
    const room = { wide: wide / columns - 3, high: (high - gap * rows) / rows - below }
    const size = fittingSize(shape, entry, room)
    if (size > best.size) best = { columns, size }
  }
  // Words break over lines, and have a least size of their own.
  const readable = best.size >= least || step.question !== undefined
  return { columns: best.columns, size: Math.min(most, best.size), readable }
}

/** Characters that count for the width: of a fraction the longer part. */
function lengthOf(text: string, fractions: boolean): number {
  const parts = fractions ? text.split('/').map(part => part.length) : [text.length]
  return Math.max(...parts)
}
