import { sourceLimits } from '@/lib/language/limits'

/** The seed where none is given (docs/language.md 4). */
export const defaultSeed = 1

/** Limits of an exercise: of its file, and of what is computed from it (docs/language.md 7). */
export const exerciseLimits = {
  ...sourceLimits,
  /** Entries without values, of all nodes together. */
  symbols: sourceLimits.entries,
  /** Units of `Budget` for the whole key: about a second on a slow machine. */
  work: 6_000_000,
  /** The same for the exponents, indices, axes and bounds of a file: small numbers, computed while it is read. */
  settings: { work: 300_000, digits: 200 },
  /** The same for drawing a variant's numbers. */
  drawWork: 3_000_000,
  /** Operations of all circuits of a file together. */
  operations: 200,
  /** Draws of what a `require` binds together before it is called impossible. */
  draws: 10_000,
  /** Variants tried of one seed where some value of a variant does not exist (a division by zero). */
  variants: 1000,
  /** Units of `Budget` for the mistakes that one step is held against. */
  mistakeWork: 3_000_000,
  /** The same for each place where a typed formula is tried or proved, and for what it is held against there. */
  formulaWork: 600_000,
  /** The same for one search of collisions, of one step's mistakes or of all traces, on one set of numbers. */
  lintWork: 2_000_000,
  /** The same for all searches of collisions on one set of numbers together: a file may have hundreds of steps. */
  lintTotalWork: 80_000_000,
  /** The same for making all the other numbers on which mistakes are told apart. */
  otherNumbersWork: 8_000_000,
  /** The same for the search of numbers without collisions. */
  suggestionWork: 12_000_000,
  /** Steps of one exercise, those that `nudge` and `descend` bring included. */
  steps: 400,
  /** Errors told at once; a file with more is told about these first. */
  errors: 50,
} as const
