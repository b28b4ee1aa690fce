import type { PublicStep } from '@/lib/protocol/exercise'
import { math } from '@/lib/words/argument'
import { text } from '@/lib/words/text'

/** The kinds whose ids are the quantity that is asked, as exercise files write it. */
const quantities: readonly PublicStep['kind'][] = ['value', 'gradient', 'partial']

/** What a step is called inside a sentence, as marked text: the quantity that it asks, or its title. */
export function nameOfStep({ id, kind, node, title, phrase = title }: PublicStep): string {
  return node !== null && quantities.includes(kind) ? text`${math(id)}` : phrase
}
