import type { TranscendentalField } from '@/lib/exact/atoms'
import { mo, mrow } from '@/lib/exact/mathml'
import { atZero, unary } from '../elementwise'
import { bare, strength } from '../notation'
import { wherePositive } from '../positive'
import { linkMistakes } from '../wrong/link'

/** `g` times the sign of x: 0 where x is 0. */
function signed<S>(field: TranscendentalField<S>, x: S, g: S): S {
  const down = field.neg(x)
  return wherePositive(field, x, g, wherePositive(field, down, field.neg(g), field.zero))
}

export const abs = unary({
  name: 'abs',
  usage: 'abs(x)',
  notation: ([x], _settings, shape) => ({
    mathml: mrow(mo('|', 'prefix'), bare(x), mo('|', 'postfix')),
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
  forward: (field, x) => signed(field, x, x),
  vjp: (field, x, g) => signed(field, x, g),
  mistakes: linkMistakes,
})
