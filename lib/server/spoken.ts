import { type Refused, refused } from '@/lib/classroom/refusal'
import type { Refusal, RefusalCode } from '@/lib/protocol/replies'
import type { Message } from '@/lib/words/argument'
import { sentenceOf } from '@/lib/words/sentence'

/** A refusal as data, under a name for pages' routes, which do not know the classroom. */
export type Unspoken = Refused

/** A refusal as it goes to a page: with its sentence. */
export function spoken({ message, ...rest }: Refused): Refusal {
  return { ...rest, message: sentenceOf(message) }
}

/** The same for a refusal that may have its sentence already. */
export function inWords(refusal: Refusal | Refused): Refusal {
  const { message, ...rest } = refusal
  return typeof message === 'string' ? { ...rest, message } : spoken({ ...rest, message })
}

/** A refusal with its sentence at once; `retryInMs` as in `refused`. */
export function refusal(code: RefusalCode, message: Message, retryInMs?: number): Refusal {
  return spoken(refused(code, message, retryInMs))
}
