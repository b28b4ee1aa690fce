import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import type { Place } from './place'

/** Something that is wrong in a `.chalk` file, or worth a warning, and where it stands; line and column count from 1. */
export interface ChalkFault extends Place {
  readonly message: Message
}

export function faultAt({ line, column }: Place, message: Message): ChalkFault {
  return { line, column, message }
}

export function comesBefore(a: Place, b: Place): number {
  return a.line - b.line || a.column - b.column
}

export function sameFault(a: ChalkFault, b: ChalkFault): boolean {
  return comesBefore(a, b) === 0 && JSON.stringify(a.message) === JSON.stringify(b.message)
}

export function unexpected(found: Message, expected: Message): Message {
  return message('found.expected', { found, expected })
}
