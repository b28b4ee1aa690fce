import type { TranscendentalField } from '@/lib/exact/atoms'
import { mo, mrow } from '@/lib/exact/mathml'
import { message } from '@/lib/words/message'
import { atZero, unary } from '../elementwise'
import { bare, strength } from '../notation'
import { input } from '../op'
import { wherePositive } from '../positive'
import { linkMistakes } from '../wrong/link'

/** `g` times the sign of x: 0 where x is 0. */
function signed<S>(field: TranscendentalField<S>, x: S, g: S): S {
  const down = field.neg(x)
  return wherePositive(field, x, g, wherePositive(field, down, field.neg(g), field.zero))
}

export const abs = unary({
  name: 'abs',
  notation: ([x], _settings, shape) => ({
    mathml: mrow(mo('|', 'prefix'), bare(x), mo('|', 'postfix')),
    strength: strength.atom,
    shape,
    signed: false,
  }),
  conventions: [atZero('slope', message('abs.slope-at-zero'))],
  rule: {
    entrywise: true,
    value: ({ inputs }) => message('abs.value', { x: input(inputs, 0) }),
    backInWords: ({ inputs }) => message('abs.back', { x: input(inputs, 0) }),
  },
  forward: (field, x) => signed(field, x, x),
  vjp: (field, x, g) => signed(field, x, g),
  mistakes: linkMistakes,
})
