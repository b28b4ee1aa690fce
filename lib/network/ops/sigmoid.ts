import { sigmoid as sigmoidOf } from '@/lib/exact/elementary'
import { mi } from '@/lib/exact/mathml'
import { message } from '@/lib/words/message'
import { unary } from '../elementwise'
import { composed, numberExpr } from '../explain/compose'
import { application } from '../notation'
import { sigmoidMistakes } from '../wrong/sigmoid'
import { times } from './multiply'
import { subtract } from './subtract'

export const sigmoid = unary({
  name: 'sigmoid',
  notation: application(mi('σ')),
  rule: {
    entrywise: true,
    back: ({ upstream, output }) =>
      times(upstream, times(output, composed(subtract, [numberExpr(1), output]))),
    backInWords: () => message('sigmoid.back'),
  },
  forward: (field, x) => sigmoidOf(field, x),
  // σ' = σ(1 - σ)
  vjp: (field, x, g) => {
    const h = sigmoidOf(field, x)
    return field.mul(g, field.mul(h, field.sub(field.one, h)))
  },
  vjpByOutput: (field, h, g) => field.mul(g, field.mul(h, field.sub(field.one, h))),
  mistakes: sigmoidMistakes,
})
