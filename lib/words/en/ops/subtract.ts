import type { Subject } from '../../argument'

export const subtract = {
  'subtract.back': () => 'what is subtracted gets the gradient with its sign turned',
} satisfies Subject
