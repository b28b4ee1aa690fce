import { digitLimit } from '@/lib/exact/lex'
import { type Shape, sizeOf } from '@/lib/exact/tensor'
import { limits } from '@/lib/protocol/limits'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'

/** The seed where none is given (docs/language.md 4). */
export const defaultSeed = 1

/** Limits of an exercise file (docs/language.md 7). */
export const exerciseLimits = {
  /** Bytes of the file as UTF-8, counted before anything is parsed. */
  bytes: limits.chalkBytes,
  statements: 200,
  /** Entries of one tensor, intermediate results too. */
  entries: limits.tensorEntries,
  /** Entries without values, of all nodes together. */
  symbols: limits.tensorEntries,
  /** Axes of one tensor. */
  axes: 64,
  /** Levels of brackets, signs and powers inside one another. */
  levels: 64,
  /** Decimal digits of any number that arises while a key is built. */
  digits: digitLimit,
  /** Units of `Budget` for the whole key: about a second on a slow machine. */
  work: 6_000_000,
  /** The same for the exponents, indices, axes and bounds of a file: small numbers, computed while it is read. */
  settings: { work: 300_000, digits: 200 },
  /** The same for drawing a variant's numbers. */
  drawWork: 3_000_000,
  /** Draws of what a `require` binds together before it is called impossible. */
  draws: 10_000,
  /** Variants tried of one seed where some value of a variant does not exist (a division by zero). */
  variants: 1000,
  /** Units of `Budget` for the mistakes that one step is held against. */
  mistakeWork: 600_000,
  /** The same for each place where a typed formula is tried or proved, and for what it is held against there. */
  formulaWork: 600_000,
  /** The same for one search of collisions, of one step's mistakes or of all traces, on one set of numbers. */
  lintWork: 2_000_000,
  /** The same for the search of numbers without collisions. */
  suggestionWork: 12_000_000,
  /** Rounds of one `descend`. */
  rounds: 50,
  /** Decimal places of `rounded`. */
  places: 50,
  /** Points of one step. */
  points: 1000,
  titleChars: 200,
  /** Characters of a node's name. */
  nameChars: 60,
  /** Steps of one exercise, those that `nudge` and `descend` bring included. */
  steps: 400,
  /** Errors told at once; a file with more is told about these first. */
  errors: 50,
} as const

/** Says that a tensor of this shape has too many axes or entries; null where it has not. */
export function refuseShape(shape: Shape): Message | null {
  const { axes } = exerciseLimits
  if (shape.length > axes) return message('misfit.too-many-axes', { axes: shape.length, most: axes })
  const [entries, most] = [sizeOf(shape), exerciseLimits.entries]
  return entries <= most ? null : message('misfit.too-many-entries', { shape, entries, most })
}
