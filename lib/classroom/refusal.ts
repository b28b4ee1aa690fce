import type { RefusalCode } from '@/lib/protocol/replies'
import type { Message } from '@/lib/words/argument'

/** Why something is not done, as data; the shell makes the sentence of it. */
export interface Refused {
  readonly ok: false
  readonly code: RefusalCode
  readonly message: Message
  /** Milliseconds after which the same may be asked again. */
  readonly retryInMs?: number
}

export function refused(code: RefusalCode, message: Message, retryInMs?: number): Refused {
  return retryInMs === undefined ? { ok: false, code, message } : { ok: false, code, message, retryInMs }
}

/** What is done, or why not. */
export type OrRefused<T> = ({ readonly ok: true } & T) | Refused
