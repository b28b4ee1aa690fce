/** A part of a whole in percent, with a place after the point where it has one. */
export function percent(part: number): string {
  return `${Math.round(1000 * part) / 10} %`
}

export function pointsInWords(points: number): string {
  return points === 1 ? '1 point' : `${points} points`
}

/** Points as a table has them: at most two places, so that columns stay narrow. */
export function shortPoints(points: number): string {
  return String(Math.round(100 * points) / 100)
}
