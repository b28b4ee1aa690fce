import type { Subject } from '../../argument'
import { lengths } from '../../shape'
import { text } from '../../text'

type Clash = {
  shapes: readonly [readonly number[], readonly number[]]
  axis: number
  /** The axis along which their lengths should be the same. */
  odd: number
  differ: readonly [number, number]
}

export const concat = {
  'concat.scalars': () => 'scalars have no axis to join along (stack takes scalars)',
  'concat.ranks': () => 'concat joins tensors with the same number of axes',
  'concat.lengths': ({ shapes: [a, b], axis, odd, differ }: Clash) =>
    text`${lengths(a)} and ${lengths(b)} do not join along axis ${axis} (along axis ${odd}, ${differ[0]} and ${differ[1]} differ)`,
  'concat.back': () => 'each part gets its own piece of the gradient',
} satisfies Subject
