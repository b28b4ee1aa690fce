import type { Subject } from '../../argument'

export const sigmoid = {
  'sigmoid.back': () => 'a sigmoid has its output times one minus its output as slope',
} satisfies Subject
