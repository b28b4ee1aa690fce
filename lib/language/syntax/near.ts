/**
 * The word that was probably meant: the first of `words` that is one slip of the keyboard away: a letter too many, one too
 * few, another one, or two that changed places. Short words have too many neighbours: three letters at least.
 */
export function nearWord(word: string, words: Iterable<string>): string | null {
  if (word.length < 3) return null
  for (const other of words) if (other.length >= 3 && oneSlipApart(word, other)) return other
  return null
}

function oneSlipApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  const [restA, restB] = [a.slice(from), b.slice(from)]
  if (a.length !== b.length) return a.length > b.length ? restA.slice(1) === restB : restB.slice(1) === restA
  const swapped = restA[0] === restB[1] && restA[1] === restB[0]
  return restA.slice(1) === restB.slice(1) || (swapped && restA.slice(2) === restB.slice(2))
}
