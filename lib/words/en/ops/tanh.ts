import type { Subject } from '../../argument'

export const tanh = {
  'tanh.back': () => 'tanh has one minus its squared output as slope',
} satisfies Subject
