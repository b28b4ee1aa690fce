import type { Mathematics, Subject } from '../../argument'
import { lengths } from '../../shape'
import { text } from '../../text'
import { arriving, at } from './pieces'

type Clip = { x: Mathematics; lo: Mathematics; hi: Mathematics }

export const clip = {
  'clip.at-bounds': () => 'At its bounds clip passes the gradient, as between them.',
  'clip.bounds': ({ x, bound }: { x: readonly number[]; bound: readonly number[] }) =>
    text`a bound of ${lengths(bound)} does not fit what is clipped (${lengths(x)})`,
  'clip.crossed': ({ index }: { index: readonly number[] }) =>
    text`clip needs a lowest value that is not above the highest one, and here it is${at(index)}`,
  'clip.value': ({ x, lo, hi }: Clip) => text`${x}, but ${lo} where it is lower and ${hi} where it is higher`,
  'clip.back': ({ x, lo, hi, upstream }: Clip & { upstream: Mathematics | null }) =>
    text`${arriving(upstream)} where ${x} lies from ${lo} to ${hi}, and 0 where it was cut off`,
} satisfies Subject
