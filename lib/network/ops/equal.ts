import { comparison } from '../comparison'

export const equal = comparison({ name: 'equal', sign: '==', shown: '=', holds: sign => sign === 0 })
