import { mi, mrow, msup } from '@/lib/exact/mathml'
import { message } from '@/lib/words/message'
import { unary } from '../elementwise'
import { bare, strength } from '../notation'
import { linkMistakes } from '../wrong/link'
import { times } from './multiply'

export const exp = unary({
  name: 'exp',
  notation: ([x], _settings, shape) => ({
    mathml: msup(mi('e'), mrow(bare(x))),
    strength: strength.power,
    shape,
    signed: false,
  }),
  rule: {
    entrywise: true,
    back: ({ upstream, output }) => times(upstream, output),
    backInWords: () => message('exp.back'),
  },
  forward: (field, x) => field.exp(x),
  vjp: (field, x, g) => field.mul(g, field.exp(x)),
  vjpByOutput: (field, h, g) => field.mul(g, h),
  mistakes: linkMistakes,
})
