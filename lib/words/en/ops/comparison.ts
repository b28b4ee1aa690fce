import type { Subject } from '../../argument'

export const comparison = {
  'comparison.back': () => 'a comparison passes no gradient: its value does not change a little',
} satisfies Subject
