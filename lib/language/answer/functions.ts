interface AnswerFunction {
  readonly arity: 1 | 2
  /** Its values leave the rationals. */
  readonly beyond: boolean
  /** Its word came later: an exercise's own entries go before it. */
  readonly later?: true
}

/** The functions of the answer language by the names that its expressions carry. */
export const functions = {
  max: { arity: 2, beyond: false },
  min: { arity: 2, beyond: false },
  abs: { arity: 1, beyond: false },
  relu: { arity: 1, beyond: false },
  exp: { arity: 1, beyond: true },
  ln: { arity: 1, beyond: true },
  sqrt: { arity: 1, beyond: true },
  sigmoid: { arity: 1, beyond: true },
  tanh: { arity: 1, beyond: true },
  sin: { arity: 1, beyond: true, later: true },
  cos: { arity: 1, beyond: true, later: true },
  erf: { arity: 1, beyond: true, later: true },
  log2: { arity: 1, beyond: true, later: true },
  log10: { arity: 1, beyond: true, later: true },
} as const satisfies Record<string, AnswerFunction>

export type FunctionName = keyof typeof functions

/** Words that hold digits are read where a bracket follows (`log2(8)`); elsewhere they are a logarithm of the digits. */
const names = new Map<string, FunctionName>([
  ...(Object.keys(functions) as FunctionName[])
    .filter(name => !/\d/.test(name))
    .map(name => [name, name] as const),
  ['log', 'ln'],
  ['√', 'sqrt'],
  ['σ', 'sigmoid'],
])

/** How functions are spelled; no spelling but `√` holds anything but letters. */
export const functionWords: readonly string[] = [...names.keys()]

/** The function of that spelling; the first letter's case is the phone keyboard's, not the student's. */
export function functionNamed(word: string): FunctionName | null {
  // Σ is the lower case of nothing here: it is a sum, not a sigmoid.
  return names.get(/^[a-z]+$/i.test(word) ? word.toLowerCase() : word) ?? null
}

/** Whether an entry of an exercise may have this word as its name. */
export function isLater(name: FunctionName): boolean {
  return 'later' in functions[name]
}

/** `ln 2` and `√2` take what is next without brackets; the functions that stay within the rationals do not. */
export function takesNext(name: FunctionName): boolean {
  return functions[name].beyond
}

/** Whether commas in the brackets after this word part its arguments; the word may be a run such as `x1max`. */
export function takesSeveral(word: string): boolean {
  return /(?:max|min)$/i.test(word)
}
