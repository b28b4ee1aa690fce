import type { Message } from './argument'
import type { English } from './en'

export type MessageId = keyof English

/** What the sentence of an id is told; the English sentences decide it, and every other language follows. */
export type ArgsOf<Id extends MessageId> = English[Id] extends () => string
  ? never
  : Parameters<English[Id]>[0]

/** A message with the arguments that its sentence takes. */
export function message<Id extends MessageId>(
  id: Id,
  ...args: [ArgsOf<Id>] extends [never] ? [] : [ArgsOf<Id>]
): Message {
  return { id, args: args[0] ?? {} }
}
