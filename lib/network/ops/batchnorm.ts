import { message } from '@/lib/words/message'
import { byRows } from '../along'
import { normalising } from '../normalising'
import type { Convention } from '../op'

const variance: Convention = {
  about: 'value',
  sentence: message('batchnorm.variance'),
  occurs: () => true,
}

/** `batchnorm(x, eps)`: along axis 1, each column less its mean and over its standard deviation; eps 0 unless said. */
export const batchnorm = normalising({
  name: 'batchnorm',
  axis: 1,
  conventions: [variance, byRows(message('batchnorm.columns'))],
  flat: row => message('batchnorm.flat', { row }),
})
