import type { Subject } from '../../argument'
import { lengths } from '../../shape'
import { text } from '../../text'

export const stack = {
  'stack.ragged': ({
    first,
    other,
    place,
  }: {
    first: readonly number[]
    other: readonly number[]
    place: number
  }) => text`this tensor is ragged: entry 1 is ${lengths(first)} and entry ${place} is ${lengths(other)}`,
  'stack.back': () => 'each part gets its own piece of the gradient',
} satisfies Subject
