import { tanh as tanhOf } from '@/lib/exact/elementary'
import { unary } from '../elementwise'
import { named } from '../notation'
import { tanhMistakes } from '../wrong/tanh'

export const tanh = unary({
  name: 'tanh',
  usage: 'tanh(x)',
  notation: named('tanh'),
  forward: (field, x) => tanhOf(field, x),
  // tanh' = 1 - tanh^2
  vjp: (field, x, g) => {
    const h = tanhOf(field, x)
    return field.mul(g, field.sub(field.one, field.mul(h, h)))
  },
  vjpByOutput: (field, h, g) => field.mul(g, field.sub(field.one, field.mul(h, h))),
  mistakes: tanhMistakes,
})
