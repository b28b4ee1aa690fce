/**
 * How many slips of the keyboard lie between two words: a letter too many, one too few, another one, or two neighbours that changed
 * places. No letter is moved twice (optimal string alignment; Damerau 1964, Wagner and Fischer 1974).
 */
export function slipsBetween(a: string, b: string): number {
  let before: readonly number[] = []
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const other = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const turned =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? (before[j - 2] ?? 0) + 1
          : Number.POSITIVE_INFINITY
      next.push(Math.min(other, turned, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    before = row
    row = next
  }
  return row.at(-1) ?? 0
}

/**
 * The word that was probably meant: the first of `words` that is one slip away. Short words have too many neighbours: three letters
 * at least.
 */
export function nearWord(word: string, words: Iterable<string>): string | null {
  if (word.length < 3) return null
  for (const other of words) if (other.length >= 3 && oneSlipApart(word, other)) return other
  return null
}

function oneSlipApart(a: string, b: string): boolean {
  return Math.abs(a.length - b.length) <= 1 && slipsBetween(a, b) === 1
}
