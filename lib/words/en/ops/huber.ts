import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'
import { arriving, at } from './pieces'

type Huber = { r: Mathematics; delta: Mathematics }

export const huber = {
  'huber.delta': ({ index }: { index: readonly number[] }) =>
    text`huber needs a delta above 0, at which its square goes over into straight lines, and this one is not${at(index)}`,
  'huber.value': ({ r, delta }: Huber) =>
    text`half the square of ${r} where it is at most ${delta} in size, elsewhere ${delta} times (its size minus half of ${delta})`,
  'huber.back': ({ r, delta, upstream }: Huber & { upstream: Mathematics | null }) =>
    text`${arriving(upstream)} times ${r}, which is cut off at ${delta} in size`,
} satisfies Subject
