import { mi, mrow, msup } from '@/lib/exact/mathml'
import { unary } from '../elementwise'
import { bare, strength } from '../notation'
import { linkMistakes } from '../wrong/power'

export const exp = unary({
  name: 'exp',
  usage: 'exp(x)',
  notation: ([x], _settings, shape) => ({
    mathml: msup(mi('e'), mrow(bare(x))),
    strength: strength.power,
    shape,
    signed: false,
  }),
  forward: (field, x) => field.exp(x),
  vjp: (field, x, g) => field.mul(g, field.exp(x)),
  vjpByOutput: (field, h, g) => field.mul(g, h),
  mistakes: linkMistakes,
})
