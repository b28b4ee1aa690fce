import { compareRational, type Rational, rationals } from '../rational'

interface AnswerFunction {
  readonly arity: 1 | 2
  apply(first: Rational, second: Rational): Rational
}

/** The functions that stay within the rationals. */
export const functions = {
  max: { arity: 2, apply: (a, b) => (compareRational(a, b) < 0 ? b : a) },
  min: { arity: 2, apply: (a, b) => (compareRational(a, b) > 0 ? b : a) },
  abs: { arity: 1, apply: a => (a.n < 0n ? rationals.neg(a) : a) },
  relu: { arity: 1, apply: a => (a.n < 0n ? rationals.zero : a) },
} as const satisfies Record<string, AnswerFunction>

export type FunctionName = keyof typeof functions

/** Names of language.md 2 whose values leave the rationals: they join with the larger fields. */
const later: ReadonlySet<string> = new Set(['exp', 'e', 'ln', 'log', 'sqrt', '√', 'sigmoid', 'σ', 'tanh'])

/** The function of that name; the first letter's case is the phone keyboard's, not the student's. */
export function functionNamed(word: string): FunctionName | null {
  const name = word.toLowerCase()
  return Object.hasOwn(functions, name) ? (name as FunctionName) : null
}

export function isLater(word: string): boolean {
  return later.has(word.toLowerCase())
}

/** Whether commas in the brackets after this name part its arguments. */
export function takesSeveral(word: string): boolean {
  const name = functionNamed(word)
  return name !== null && functions[name].arity > 1
}
