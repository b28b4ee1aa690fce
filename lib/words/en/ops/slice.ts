import type { Subject } from '../../argument'
import { text } from '../../text'
import { along } from './pieces'

export const slice = {
  'slice.outside': ({ index, axis, length }: { index: number; axis: number | null; length: number }) =>
    text`there is no index ${index} (its indices${along(axis)} go from 1 to ${length})`,
  'slice.downwards': ({ from, to }: { from: number; to: number }) =>
    text`nothing lies from ${from} to ${to}: a slice goes upwards, both ends included`,
  'slice.back': () => 'only what the slice takes gets a gradient, the rest gets 0',
} satisfies Subject
