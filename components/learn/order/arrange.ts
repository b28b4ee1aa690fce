/** The lines in a solution, by their places among those that were told. */
export type Arranged = readonly number[]

/** With a line at a place, taken from wherever it is. A place outside is the nearest one inside. */
export function placedAt(placed: Arranged, line: number, to: number): Arranged {
  const rest = placed.filter(other => other !== line)
  const at = Math.max(0, Math.min(to, rest.length))
  return [...rest.slice(0, at), line, ...rest.slice(at)]
}

export function leftOut(placed: Arranged, line: number): Arranged {
  return placed.filter(other => other !== line)
}
