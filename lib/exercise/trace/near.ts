import { slipsBetween } from '@/lib/language/syntax/near'
import { type MistakeId, mistakeIds } from '@/lib/network'

/** Longer texts are compared by their beginning: no id is longer. */
const longest = 60

/** The ids that are spelt most like a text, the nearest first. */
export function nearMistakes(text: string, most = 3): MistakeId[] {
  const typed = text.slice(0, longest)
  return mistakeIds
    .map(id => ({ id, slips: slipsBetween(typed, id) }))
    .sort((a, b) => a.slips - b.slips)
    .slice(0, most)
    .map(({ id }) => id)
}
