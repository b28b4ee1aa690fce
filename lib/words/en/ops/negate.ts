import type { Subject } from '../../argument'

export const negate = {
  'negate.back': () => 'the sign is turned, on the way back too',
} satisfies Subject
