import type { TranscendentalField } from '@/lib/exact/atoms'
import { mo, mrow } from '@/lib/exact/mathml'
import { message } from '@/lib/words/message'
import { atZero, unary } from '../elementwise'
import { composed } from '../explain/compose'
import { bare, strength } from '../notation'
import { input } from '../op'
import { wherePositive } from '../positive'
import { linkMistakes } from '../wrong/link'
import { times } from './multiply'
import { negate } from './negate'
import { step } from './step'
import { subtract } from './subtract'

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
    back: ({ upstream, inputs }) => {
      const x = input(inputs, 0)
      const [up, down] = [x, composed(negate, [x])].map(side => composed(step, [side]))
      return times(upstream, composed(subtract, [up ?? null, down ?? null]))
    },
    backInWords: ({ inputs }) => message('abs.back', { x: input(inputs, 0) }),
  },
  forward: (field, x) => signed(field, x, x),
  vjp: (field, x, g) => signed(field, x, g),
  mistakes: linkMistakes,
})
