import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'
import { along } from './pieces'

export const sum = {
  'sum.value': ({ x, axis }: { x: Mathematics; axis: number | null }) =>
    text`the entries of ${x} added up${along(axis)}`,
  'sum.back': () => 'a sum passes its gradient on to every term',
} satisfies Subject
