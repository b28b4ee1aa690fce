/** A piece of a run such as `a11b11`, from its place to where the next one begins. */
export interface Piece<M> {
  readonly from: number
  readonly to: number
  readonly meaning: M
}

/**
 * The ways to split a word whole into pieces, two at most: whether there is none, one or more decides. `piecesAt`
 * gives what may begin at a place, pieces that belong together as one list. A piece that is the whole word wins over
 * any split, so that every name can be typed.
 */
export function waysToSplit<M>(
  length: number,
  piecesAt: (from: number) => readonly (readonly Piece<M>[])[],
): Piece<M>[][] {
  const known = new Map<number, Piece<M>[][]>([[length, [[]]]])
  // From the end, so that each place is looked at once however many ways there are.
  for (let from = length - 1; from >= 0; from -= 1) {
    const whole: Piece<M>[][] = []
    const ways: Piece<M>[][] = []
    for (const first of piecesAt(from)) {
      const to = first.at(-1)?.to ?? from
      for (const rest of known.get(to) ?? []) ways.push([...first, ...rest])
      if (from === 0 && first.length === 1 && to === length) whole.push([...first])
    }
    known.set(from, (whole.length > 0 ? whole : ways).slice(0, 2))
  }
  return known.get(0) ?? []
}
