import { mfrac } from '@/lib/exact/mathml'
import { binary } from '../elementwise'
import { strength } from '../notation'

export const divide = binary({
  name: 'divide',
  sign: '/',
  notation: ([top, bottom], _settings, shape) => ({
    mathml: mfrac(top?.mathml ?? '', bottom?.mathml ?? ''),
    strength: strength.sign,
    shape,
    signed: false,
  }),
  refuses: (field, b) => (field.isZero(b) ? 'division by zero: the divisor is 0' : null),
  forward: (field, a, b) => field.div(a, b),
  vjp: (field, a, b, g) => {
    const down = field.div(g, b)
    return [down, field.neg(field.div(field.mul(down, a), b))]
  },
})
