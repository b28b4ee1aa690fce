import { mo, mrow } from '@/lib/exact/mathml'
import { atZero, unary } from '../elementwise'
import { strength } from '../notation'
import { linkMistakes } from '../wrong/power'

export const abs = unary({
  name: 'abs',
  usage: 'abs(x)',
  notation: ([x], _settings, shape) => ({
    mathml: mrow(mo('|', 'prefix'), x?.mathml ?? '', mo('|', 'postfix')),
    strength: strength.atom,
    shape,
    signed: false,
  }),
  conventions: [atZero('slope', 'abs has slope 0 at 0.')],
  rule: {
    entrywise: true,
    value: ({ inputs: [x] }) => `${x} without its sign`,
    backInWords: ({ inputs: [x] }) => `the gradient takes the sign of ${x}`,
  },
  forward: (field, x) => {
    const sign = field.sign(x)
    return sign > 0 ? x : sign < 0 ? field.neg(x) : field.zero
  },
  vjp: (field, x, g) => {
    const sign = field.sign(x)
    return sign > 0 ? g : sign < 0 ? field.neg(g) : field.zero
  },
  mistakes: linkMistakes,
})
