import type { Subject } from '../../argument'

export const tanh = {
  'tanh.back': () => 'the slope of tanh is one minus its squared output',
} satisfies Subject
