import { mo, mrow } from '@/lib/exact/mathml'
import { unary } from '../elementwise'
import { enclose, strength } from '../notation'
import { linkMistakes } from '../wrong/power'

export const negate = unary({
  name: 'negate',
  notation: ([x], _settings, shape) => ({
    mathml: mrow(mo('−', 'prefix'), enclose(x, strength.product, true)),
    strength: strength.sign,
    shape,
    signed: true,
  }),
  forward: (field, x) => field.neg(x),
  vjp: (field, _x, g) => field.neg(g),
  mistakes: linkMistakes,
})
