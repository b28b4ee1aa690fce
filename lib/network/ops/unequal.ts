import { comparison } from '../comparison'

export const unequal = comparison({ name: 'unequal', sign: '!=', shown: '≠', holds: sign => sign !== 0 })
