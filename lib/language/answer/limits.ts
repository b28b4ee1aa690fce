import { digitLimit } from '../lex'

/** Limits for what is typed into a cell (docs/answer-language.md 6), counted before anything is parsed or computed. */
export const answerLimits = {
  /** Characters (code points). */
  characters: 200,
  /** Levels of brackets, signs and powers inside one another. */
  levels: 32,
  /** Exponents, in absolute value. */
  exponent: 64,
  /** Decimal digits of any number that arises. */
  digits: digitLimit,
  /** Units of `Budget`: far above any honest answer, and some tens of milliseconds at most. */
  work: 60_000,
  /** Characters of a formula. */
  formulaCharacters: 1_000,
} as const
