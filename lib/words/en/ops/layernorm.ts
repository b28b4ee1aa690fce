import type { Subject } from '../../argument'
import { text } from '../../text'
import { at } from './pieces'

export const layernorm = {
  'layernorm.variance': () =>
    'The variance of layernorm is the mean of the squared differences (over n, not n - 1), and its epsilon is 0.',
  'layernorm.variance-with-eps': () =>
    'The variance of layernorm is the mean of the squared differences (over n, not n - 1), and its epsilon is added under the root.',
  'layernorm.rows': () => 'layernorm goes along the last axis, row by row.',
  'layernorm.flat': ({ row }: { row: readonly number[] }) =>
    text`division by zero: the standard deviation${row.length === 0 ? '' : ` of the row${at(row)}`} is 0, because its entries are all the same`,
} satisfies Subject
