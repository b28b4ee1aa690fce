/** Whether two answers to a step were typed alike, cell by cell. */
export function sameCells(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((cell, at) => cell === b[at])
}
