import { comparison } from '../comparison'

export const greater_equal = comparison({
  name: 'greater_equal',
  sign: '>=',
  shown: '≥',
  holds: sign => sign >= 0,
})
