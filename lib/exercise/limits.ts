import { digitLimit } from '@/lib/exact/lex'
import { limits } from '@/lib/protocol/limits'

/** Limits of an exercise file (language.md 1). */
export const exerciseLimits = {
  /** Bytes of the file as UTF-8, counted before anything is parsed. */
  bytes: limits.chalkBytes,
  statements: 200,
  /** Entries of one tensor, intermediate results too. */
  entries: limits.tensorEntries,
  /** Levels of brackets, signs and powers inside one another. */
  levels: 64,
  /** Decimal digits of any number that arises while a key is built. */
  digits: digitLimit,
  /** Units of `Budget` for the whole key: about a second on a slow machine. */
  work: 6_000_000,
  /** The same for the exponents, indices and axes of a file: small integers, computed while it is read. */
  settings: { work: 300_000, digits: 200 },
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
