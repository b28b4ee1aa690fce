import { limits } from '@/lib/protocol/limits'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { skeleton } from './confusables'

export type NameReading = { ok: true; name: string; key: string } | { ok: false; message: Message }

/** Longer text is refused unread, because no real name is that long, and folding costs time. */
const readAtMost = 4 * limits.nameChars

/** Marks that are kept on one letter. Living orthographies need at most two; one is to spare. */
const marksKept = 3

/** Characters that show nothing, turn the writing direction, or ask for another drawing of a character. */
export const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\u2800]/gu

/** The mark that `markedName` writes behind a name. Somebody who types it would pass for another student. */
const typedMark = /(?<=[^ ])(?: *\(\p{Nd}+\))+$/u

/**
 * A person's name as typed, brought to one spelling: NFKC, without invisible, control, bidirectional and
 * variation characters, spaces collapsed, at most three combining marks on a letter,
 * and without a mark like `(2)` at its end, which is ours to give.
 */
export function readName(typed: string): NameReading {
  if (typed.length > readAtMost) return tooLong()
  const spaced = typed.normalize('NFKC').replace(/\s+/gu, ' ').replace(unseen, '')
  const name = spaced
    .replace(new RegExp(`(\\p{M}{${marksKept}})\\p{M}+`, 'gu'), '$1')
    .replace(/ +/g, ' ')
    .trim()
    .replace(typedMark, '')
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(name)) {
    return { ok: false, message: message('people.name-unseen') }
  }
  if ([...name].length > limits.nameChars) return tooLong()
  return { ok: true, name, key: nameKey(name) }
}

function tooLong(): NameReading {
  return { ok: false, message: message('people.name-too-long', { most: limits.nameChars }) }
}

/** Two names with the same key would be taken for each other when read: case, width and lookalikes folded. */
export function nameKey(name: string): string {
  return skeleton(name)
}

/** `Ada`, and `Ada (2)` for the second student of that name. */
export function markedName(name: string, mark: number): string {
  return mark <= 1 ? name : `${name} (${mark})`
}

/** Reads a class's title like a name, with its own limit. */
export function readTitle(typed: string): { ok: true; title: string } | { ok: false; message: Message } {
  if (typed.length > 4 * limits.titleChars) return titleTooLong()
  const title = typed.normalize('NFKC').replace(/\s+/gu, ' ').replace(unseen, '').trim()
  if (title === '') return { ok: false, message: message('people.no-title') }
  if ([...title].length > limits.titleChars) return titleTooLong()
  return { ok: true, title }
}

function titleTooLong(): { ok: false; message: Message } {
  return { ok: false, message: message('people.title-too-long', { most: limits.titleChars }) }
}
