import type { Subject } from '../../argument'
import { counted } from '../../plural'
import { lengths } from '../../shape'
import { text } from '../../text'

type Outside = {
  index: readonly number[]
  /** The axis along which it lies outside, and its length. */
  axis: number
  length: number
}

export const entry = {
  'entry.scalar': () => 'a scalar has no entries to choose from',
  'entry.indices': ({ shape, found }: { shape: readonly number[]; found: number }) =>
    text`one entry of ${lengths(shape)} takes ${counted(shape.length, 'index', 'indices')}, found ${found}${shape.length === 2 && found === 1 ? ' (a row is [1,:], counted from 1)' : ''}`,
  'entry.outside': ({ index, axis, length }: Outside) =>
    text`there is no entry [${index.join(',')}] (its indices${index.length === 1 ? '' : text` along axis ${axis}`} go from 1 to ${length})`,
  'entry.back': () => 'only the entry that is taken gets a gradient, the others get 0',
} satisfies Subject
