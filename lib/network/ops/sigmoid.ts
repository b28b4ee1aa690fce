import { sigmoid as sigmoidOf } from '@/lib/exact/elementary'
import { mi } from '@/lib/exact/mathml'
import { unary } from '../elementwise'
import { application } from '../notation'
import { sigmoidMistakes } from '../wrong/sigmoid'

export const sigmoid = unary({
  name: 'sigmoid',
  usage: 'sigmoid(x)',
  notation: application(mi('σ')),
  forward: (field, x) => sigmoidOf(field, x),
  // σ' = σ(1 - σ)
  vjp: (field, x, g) => {
    const h = sigmoidOf(field, x)
    return field.mul(g, field.mul(h, field.sub(field.one, h)))
  },
  vjpByOutput: (field, h, g) => field.mul(g, field.mul(h, field.sub(field.one, h))),
  mistakes: sigmoidMistakes,
})
