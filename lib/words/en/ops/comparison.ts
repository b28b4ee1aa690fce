import type { Subject } from '../../argument'

export const comparison = {
  'comparison.back': () => 'a comparison passes no gradient: small changes leave its value as it is',
} satisfies Subject
