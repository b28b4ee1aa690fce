import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'
import { arriving, at } from './pieces'

type Huber = { r: Mathematics; delta: Mathematics }

export const huber = {
  'huber.delta': ({ index }: { index: readonly number[] }) =>
    text`huber goes from its square to its straight lines at a delta above 0, and this one is not${at(index)}`,
  'huber.value': ({ r, delta }: Huber) =>
    text`half the square of ${r} where it is at most ${delta} in size, else ${delta} times its size less half of ${delta}`,
  'huber.back': ({ r, delta, upstream }: Huber & { upstream: Mathematics | null }) =>
    text`${arriving(upstream)} times ${r}, which is cut off at ${delta} in size`,
} satisfies Subject
