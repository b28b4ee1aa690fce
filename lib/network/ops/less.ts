import { comparison } from '../comparison'

export const less = comparison({ name: 'less', sign: '<', shown: '<', holds: sign => sign < 0 })
