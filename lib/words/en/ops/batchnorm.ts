import type { Subject } from '../../argument'
import { lengths } from '../../shape'
import { text } from '../../text'
import { at } from './pieces'

export const batchnorm = {
  'batchnorm.variance': () =>
    'The variance of batchnorm is the mean of the squared differences (over n, not n - 1); its epsilon is 0 unless one is given.',
  'batchnorm.columns': () => 'batchnorm goes along axis 1, over the examples, column by column.',
  'batchnorm.flat': ({ row }: { row: readonly number[] }) =>
    text`division by zero: the standard deviation${row.length === 0 ? '' : text` of the column${at(row)}`} is 0, because its entries are all the same`,
  'normalising.eps': ({ found }: { found: readonly number[] }) =>
    text`epsilon is one number, and this is ${lengths(found)}`,
  'normalising.below-zero': () => 'epsilon cannot be below 0',
} satisfies Subject
