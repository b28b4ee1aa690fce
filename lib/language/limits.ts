import { type Shape, sizeOf } from '@/lib/exact/tensor'
import { limits } from '@/lib/protocol/limits'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { digitLimit } from './lex'

/** Limits of the text of an exercise file (docs/language.md 7). */
export const sourceLimits = {
  /** Bytes of the file as UTF-8, counted before anything is parsed. */
  bytes: limits.chalkBytes,
  statements: 200,
  /** Entries of one tensor, intermediate results too. */
  entries: limits.tensorEntries,
  /** Entries of one tensor that has a size and no values: counts of them, and of many together, are still exact. */
  sizes: 1e12,
  /** Axes of one tensor. */
  axes: 64,
  /** Levels of brackets, signs and powers inside one another. */
  levels: 64,
  /** Decimal digits of any number that arises while a key is built. */
  digits: digitLimit,
  /** Rounds of one `descend`. */
  rounds: 50,
  /** Decimal places of `rounded`. */
  places: 50,
  /** Points of one step. */
  points: 1000,
  titleChars: 200,
  /** Characters of a question in words, and of one of the answers that it offers. */
  questionChars: 500,
  /** Answers that one `choose` offers. */
  options: 20,
  /** Characters of a node's name. */
  nameChars: 60,
} as const

/** Says that a tensor of this shape has too many axes or entries, more than `most`; null where it has not. */
export function refuseShape(shape: Shape, most: number = sourceLimits.entries): Message | null {
  const { axes } = sourceLimits
  if (shape.length > axes) return message('misfit.too-many-axes', { axes: shape.length, most: axes })
  const entries = sizeOf(shape)
  return entries <= most ? null : message('misfit.too-many-entries', { shape, entries, most })
}
