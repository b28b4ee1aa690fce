import { message } from '@/lib/words/message'
import { byRows } from '../along'
import { normalising } from '../normalising'
import type { Convention } from '../op'

/** The sentence about epsilon says what it is, so there are two. */
const plain: Convention = {
  about: 'value',
  sentence: message('layernorm.variance'),
  occurs: (_field, inputs) => inputs.length === 1,
}

const withEps: Convention = {
  about: 'value',
  sentence: message('layernorm.variance-with-eps'),
  occurs: (_field, inputs) => inputs.length > 1,
}

/** `layernorm(x, eps)`: along the last axis, each row less its mean and over its standard deviation; eps 0 unless said. */
export const layernorm = normalising({
  name: 'layernorm',
  axis: null,
  conventions: [plain, withEps, byRows(message('layernorm.rows'))],
  flat: row => message('layernorm.flat', { row }),
})
