import type { Subject } from '../../argument'

export const sigmoid = {
  'sigmoid.back': () => 'the slope of a sigmoid is its output times one minus its output',
} satisfies Subject
