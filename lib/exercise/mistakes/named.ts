import { isMistake, type MistakeId } from '@/lib/network'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'

/** What teachers call a mistake, on every page and in every file. Rows may hold an id that this version does not know. */
export function mistakeName(mistake: string): Message {
  return isMistake(mistake)
    ? message('mistakes.choice', { mistake })
    : message('verbatim.text', { text: mistake })
}

/** The same of an answer that several mistakes fit: nobody knows which of them it was. */
export function mistakeNames(mistakes: readonly string[]): Message {
  return message('mistakes.any-of', { rules: mistakes.map(mistakeName) })
}

/** A collision in a sentence or two. */
export function collisionMessage(mistake: MistakeId, met: 'right' | MistakeId): Message {
  if (met === 'right') return message('mistakes.gives-right', { mistake })
  return message('mistakes.give-the-same', { mistake, other: met })
}
