import { mo } from '@/lib/exact/mathml'
import { binary } from '../elementwise'
import { infix, strength } from '../notation'
import { addMistakes } from '../wrong/add'

export const add = binary({
  name: 'add',
  sign: '+',
  notation: infix(() => mo('+'), strength.sum),
  forward: (field, a, b) => field.add(a, b),
  vjp: (_field, _a, _b, g) => [g, g],
  mistakes: addMistakes,
})
