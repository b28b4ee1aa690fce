/** Words that begin a statement. */
export const statementWords = [
  'title',
  'note',
  'given',
  'param',
  'loss',
  'upstream',
  'ask',
  'nudge',
  'descend',
  'trace',
  'require',
] as const
export type StatementWord = (typeof statementWords)[number]

const otherWords: ReadonlySet<string> = new Set([
  'e',
  'T',
  'formula',
  'shape',
  'random',
  'scalar',
  'and',
  'count',
])

/** Says why a node cannot have this name; null where it can. `functions` are the words of all ops. */
export function reservedReason(name: string, functions: { has(word: string): boolean }): string | null {
  if (functions.has(name)) return `${name} is a function's name: choose another`
  if ((statementWords as readonly string[]).includes(name))
    return `${name} is a word of the language: choose another`
  if (otherWords.has(name)) return `${name} is reserved: choose another name`
  return null
}
