import type { Subject } from '../argument'
import { text } from '../text'

/** What teachers are told who say something to a class. */
export const talk = {
  'talk.empty': () => text`Please write something first.`,
  'talk.too-long': ({ most }: { most: number }) =>
    text`There is room for ${most} characters here. Please shorten it.`,
  'talk.mistake-gone': () => text`Nobody’s latest answer to this step shows this mistake any more.`,
  'talk.nobody-there': () => text`None of these students is in the class any more.`,
  'talk.taken-back-already': () => text`This message was already taken back.`,
} satisfies Subject
