import type { Subject } from '../../argument'

export const exp = {
  'exp.back': () => 'exp is its own slope, so what arrives is multiplied by the output',
} satisfies Subject
