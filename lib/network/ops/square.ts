import { mn, msup } from '@/lib/exact/mathml'
import { unary } from '../elementwise'
import { enclose, strength } from '../notation'
import { squareMistakes } from '../wrong/power'

export const square = unary({
  name: 'square',
  usage: 'square(x)',
  notation: ([x], _settings, shape) => ({
    mathml: msup(enclose(x, strength.atom), mn('2')),
    strength: strength.power,
    shape,
    signed: false,
  }),
  forward: (field, x) => field.mul(x, x),
  vjp: (field, x, g) => field.mul(g, field.add(x, x)),
  mistakes: squareMistakes,
})
