import { mo } from '@/lib/exact/mathml'
import { binary } from '../elementwise'
import { infix, strength } from '../notation'

export const subtract = binary({
  name: 'subtract',
  sign: '-',
  notation: infix(() => mo('−'), strength.sum),
  forward: (field, a, b) => field.sub(a, b),
  vjp: (field, _a, _b, g) => [g, field.neg(g)],
})
