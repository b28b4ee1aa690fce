import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'
import { along } from './pieces'

export const softmax = {
  'softmax.rows': () => 'softmax goes along the last axis, row by row, unless another axis is named.',
  'softmax.value': ({ x, axis }: { x: Mathematics; axis: number | null }) =>
    text`e raised to each entry of ${x}, over the sum of these${along(axis)}`,
  'softmax.back': () => 'each share times (what arrives there minus the weighted mean of all that arrives)',
} satisfies Subject
