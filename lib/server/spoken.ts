import type { Refused } from '@/lib/classroom/refusal'
import type { Refusal } from '@/lib/protocol/replies'
import { sentenceOf } from '@/lib/words/sentence'

/** A refusal as it goes to a page: with its sentence. */
export function spoken({ message, ...rest }: Refused): Refusal {
  return { ...rest, message: sentenceOf(message) }
}
