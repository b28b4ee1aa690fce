/** Blank on both sides of a text, in widths of a figure. */
export interface Pad {
  readonly left: number
  readonly right: number
}

export const noPad: Pad = { left: 0, right: 0 }
/** The point is narrower than a figure. */
const point = 0.45

/** A minus sign for what the keyboard has in its place. */
export function withMinus(text: string): string {
  return text.replaceAll('-', '−')
}

/** What stands before the decimal point, and from it on; null for what is no plain number, such as a fraction. */
function partsOf(text: string): { whole: number; part: number } | null {
  const read = /^([-−+]?\d*)(\.\d*)?$/.exec(text.trim())
  if (!read || text.trim() === '') return null
  const [, whole = '', part = ''] = read
  return { whole: whole.length, part: part === '' ? 0 : part.length - 1 + point }
}

/**
 * What lines up the decimal points of each column of a matrix (row-major): blank around its plain numbers, so that all of
 * them are equally wide on both sides of the point. `most`: the widest column, in figures, that is still lined up.
 */
export function decimalPads(
  texts: readonly string[],
  columns: number,
  most = Number.POSITIVE_INFINITY,
): readonly Pad[] {
  const parts = texts.map(partsOf)
  const widest = Array.from({ length: columns }, (_, column) => {
    const own = parts.filter((_, place) => place % columns === column).filter(part => part !== null)
    return {
      whole: Math.max(0, ...own.map(({ whole }) => whole)),
      part: Math.max(0, ...own.map(({ part }) => part)),
    }
  })
  return parts.map((part, place) => {
    const column = widest[place % columns]
    if (part === null || column === undefined || column.whole + column.part > most) return noPad
    return { left: column.whole - part.whole, right: column.part - part.part }
  })
}
