import type { Message, Say, Speaker } from './argument'
import { whole } from './text'

type Sentence = (args: Message['args'], say: Say) => string

/**
 * What makes sentences out of a table of them: marked text. A message whose id the table does not have was written by a later
 * version; it says nothing.
 */
export function speakerOf(table: Readonly<Record<string, unknown>>): Speaker {
  const say = ({ id, args }: Message): string => {
    if (!Object.hasOwn(table, id)) return ''
    // The id and the type of its arguments come out of one entry of the table.
    return (table[id] as Sentence)(args, inner => whole(say(inner)))
  }
  return say
}
