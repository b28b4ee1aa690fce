import { comparison } from '../comparison'

export const less_equal = comparison({ name: 'less_equal', sign: '<=', shown: '≤', holds: sign => sign <= 0 })
