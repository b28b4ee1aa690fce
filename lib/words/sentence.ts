import type { Message } from './argument'
import { english } from './en'
import { speakerOf } from './speaker'
import { plainText } from './text'

/** The message in English, with its mathematics marked. For servers: pages get the sentences that they need. */
export const sentenceOf = speakerOf(english)

/** The message in English as plain text. */
export function plainSentence(message: Message): string {
  return plainText(sentenceOf(message))
}
