import { sigmoid as sigmoidOf, sigmoidSlope } from '@/lib/exact/elementary'
import { message } from '@/lib/words/message'
import { unary } from '../elementwise'
import { composed, numberExpr } from '../explain/compose'
import { named } from '../notation'
import { input } from '../op'
import { gatedMistakes } from '../wrong/gated'
import { add } from './add'
import { times } from './multiply'
import { sigmoid } from './sigmoid'
import { subtract } from './subtract'

/** x sigmoid(x); its slope is s + x s (1 - s), with s the sigmoid. */
export const silu = unary({
  name: 'silu',
  notation: named('silu'),
  rule: {
    entrywise: true,
    value: ({ inputs }) => message('silu.value', { x: input(inputs, 0) }),
    back: ({ upstream, inputs }) => {
      const x = input(inputs, 0)
      const s = composed(sigmoid, [x])
      const bend = times(x, composed(subtract, [numberExpr(1), s]))
      return times(upstream, times(s, composed(add, [numberExpr(1), bend])))
    },
    backInWords: ({ inputs }) => message('silu.back', { x: input(inputs, 0) }),
  },
  forward: (field, x) => field.mul(x, sigmoidOf(field, x)),
  vjp: (field, x, g) => {
    const s = sigmoidOf(field, x)
    const bend = field.mul(x, field.sub(field.one, s))
    return field.mul(g, field.mul(s, field.add(field.one, bend)))
  },
  mistakes: gatedMistakes(sigmoidOf, sigmoidSlope),
})
