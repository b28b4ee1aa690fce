import type { ProjectedPoll } from '@/lib/protocol/projector'
import { fittingSize } from './wall-matrix'

/** How the options of a poll stand on the wall. */
export interface Arrangement {
  /** Side by side instead of one below the other. */
  readonly across: boolean
  /** Size of an option's type in em of the wall. */
  readonly size: number
}

/** Room on the wall in em that options share, and the largest type that they have. */
const [wallWide, wallHigh, most] = [88, 29, 2]
/** Height of the line of “none of these”, and of what an option has around its numbers. */
const [noneHigh, around] = [3.6, 1.6]
/** Width that the letter and the votes take beside an option, and height that they take below it. */
const [beside, below] = [38, 9]
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
  const count = Math.max(1, options.length)
  const down = fittingSize(shape, entry, {
    wide: wide - (half ? beside / 1.6 : beside),
    high: (wallHigh - noneHigh) / count - around,
  })
  const across = fittingSize(shape, entry, { wide: wide / count - 3, high: wallHigh - noneHigh - below })
  const best = Math.max(down, across)
  return { across: across > down && down < most, size: Math.min(most, best) }
}

/** Characters that count for the width: of a fraction the longer part. */
function lengthOf(text: string, fractions: boolean): number {
  const parts = fractions ? text.split('/').map(part => part.length) : [text.length]
  return Math.max(...parts)
}
