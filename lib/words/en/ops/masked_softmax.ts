import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'
import { at } from './pieces'

export const masked_softmax = {
  'masked-softmax.rows': () => 'masked_softmax goes along the last axis, row by row.',
  'masked-softmax.blind': ({ row }: { row: readonly number[] }) =>
    text`the mask leaves nothing to see${row.length === 0 ? '' : text` in the row${at(row)}`}: each row of a mask needs a 1`,
  'masked-softmax.value': ({ x, mask }: { x: Mathematics; mask: Mathematics }) =>
    text`e^${x} over its sum along each row, both over the entries that ${mask} lets through`,
  'masked-softmax.back-mask': () => 'a mask gets no gradient',
} satisfies Subject
