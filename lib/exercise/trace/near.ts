import { type MistakeId, mistakeIds } from '@/lib/network'

/** The ids that are spelt most like a text, the nearest first. */
export function nearMistakes(text: string, most = 3): MistakeId[] {
  return mistakeIds
    .map(id => ({ id, edits: editsBetween(text, id) }))
    .sort((a, b) => a.edits - b.edits)
    .slice(0, most)
    .map(({ id }) => id)
}

/** Characters to insert, leave out or replace between two words (Wagner and Fischer 1974). */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= Math.min(a.length, 60); i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
