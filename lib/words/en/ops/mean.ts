import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'
import { along } from './pieces'

export const mean = {
  'mean.value': ({ x, axis }: { x: Mathematics; axis: number | null }) =>
    text`the entries of ${x} added up${along(axis)}, divided by their count`,
  'mean.back': () => 'every entry gets the gradient divided by the number of entries',
} satisfies Subject
