import type { Rational } from '@/lib/exact/rational'
import type { Sample } from './op'

/** Shapes that fit each other, for ops on pairs of entries. */
export const pairs: Sample[] = [
  { shapes: [[], []] },
  { shapes: [[], [3]] },
  { shapes: [[2, 3], []] },
  { shapes: [[2, 3], [3]] },
  {
    shapes: [
      [2, 1],
      [1, 3],
    ],
  },
  { shapes: [[3], [4, 1]] },
  {
    shapes: [
      [2, 3],
      [2, 3],
    ],
  },
  {
    shapes: [
      [2, 1, 2],
      [3, 1],
    ],
  },
]

/** Samples of an op whose second operand is one number, or one for each column. */
export function besideOne(entries: readonly Rational[]): Sample[] {
  return [
    [[], []],
    [[3], []],
    [[2, 3], []],
    [[2, 3], [3]],
  ].map(shapes => ({ shapes, entries: [null, entries] }))
}
