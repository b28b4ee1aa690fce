import { comparison } from '../comparison'

export const greater = comparison({ name: 'greater', sign: '>', shown: '>', holds: sign => sign > 0 })
