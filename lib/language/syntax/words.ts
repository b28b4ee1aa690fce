import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { calls } from '../calls'

/** Words that begin a statement and that no node can have as its name. */
export const reservedWords = [
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

/** Words that begin a statement where no `=` follows. The later ones are ordinary names in files that define them. */
export const statementWords = [
  ...reservedWords,
  'accept',
  'circuit',
  'ascend',
  'update',
  'repeat',
  'choose',
  'explain',
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

/** Says why a node cannot have this name; null where it can. */
export function refuseReserved(name: string): Message | null {
  const form = calls.get(name)
  if (form !== undefined && form.free !== true) return message('names.of-function', { name })
  if ((reservedWords as readonly string[]).includes(name)) return message('names.of-language', { name })
  return otherWords.has(name) ? message('names.reserved', { name }) : null
}
