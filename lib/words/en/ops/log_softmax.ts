import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'
import { along } from './pieces'

export const log_softmax = {
  'log-softmax.rows': () => 'log_softmax goes along the last axis, row by row, unless another axis is named.',
  'log-softmax.value': ({ x, axis }: { x: Mathematics; axis: number | null }) =>
    text`${x} minus the logarithm of the sum of e raised to its entries${along(axis)}`,
  'log-softmax.back': ({ x }: { x: Mathematics }) =>
    text`what arrives minus its sum times the softmax of ${x}`,
} satisfies Subject
