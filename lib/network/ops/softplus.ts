import { sigmoid as sigmoidOf, softplus as softplusOf } from '@/lib/exact/elementary'
import { message } from '@/lib/words/message'
import { unary } from '../elementwise'
import { composed } from '../explain/compose'
import { named } from '../notation'
import { input } from '../op'
import { linkMistakes } from '../wrong/link'
import { times } from './multiply'
import { sigmoid } from './sigmoid'

/** ln(1 + e^x): the relu without its kink. */
export const softplus = unary({
  name: 'softplus',
  notation: named('softplus'),
  rule: {
    entrywise: true,
    back: ({ upstream, inputs }) => times(upstream, composed(sigmoid, [input(inputs, 0)])),
    backInWords: ({ inputs }) => message('softplus.back', { x: input(inputs, 0) }),
  },
  forward: (field, x) => softplusOf(field, x),
  vjp: (field, x, g) => field.mul(g, sigmoidOf(field, x)),
  // 1 - e^-h equals σ(x).
  vjpByOutput: (field, h, g) => field.mul(g, field.sub(field.one, field.exp(field.neg(h)))),
  mistakes: linkMistakes,
})
