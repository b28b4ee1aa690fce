import type { Fault } from '@/lib/network'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'

/** A fault of the numbers inside a sentence that stands elsewhere. */
export function placed({ place: { line, column }, reason }: Fault): Message {
  return message('key.at-place', { reason, line, column })
}
