import { sigmoid, softplus as softplusOf } from '@/lib/exact/elementary'
import { unary } from '../elementwise'
import { named } from '../notation'
import { linkMistakes } from '../wrong/power'

/** ln(1 + e^x): the relu without its kink. */
export const softplus = unary({
  name: 'softplus',
  usage: 'softplus(x)',
  notation: named('softplus'),
  forward: (field, x) => softplusOf(field, x),
  vjp: (field, x, g) => field.mul(g, sigmoid(field, x)),
  // 1 - e^-h is σ(x) again.
  vjpByOutput: (field, h, g) => field.mul(g, field.sub(field.one, field.exp(field.neg(h)))),
  mistakes: linkMistakes,
})
