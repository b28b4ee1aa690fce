import { tanhShare, tanhShareSlope } from '@/lib/exact/elementary'
import { message } from '@/lib/words/message'
import { unary } from '../elementwise'
import { named } from '../notation'
import { input } from '../op'
import { gatedMistakes } from '../wrong/gated'

/** gelu with a tanh in the place of erf, as PyTorch's `approximate='tanh'` has it. */
export const gelu_tanh = unary({
  name: 'gelu_tanh',
  notation: named('gelu_tanh'),
  rule: {
    entrywise: true,
    value: ({ inputs }) => message('gelu-tanh.value', { x: input(inputs, 0) }),
    backInWords: ({ inputs }) => message('gelu-tanh.back', { x: input(inputs, 0) }),
  },
  forward: (field, x) => field.mul(x, tanhShare(field, x)),
  vjp: (field, x, g) => field.mul(g, field.add(tanhShare(field, x), field.mul(x, tanhShareSlope(field, x)))),
  mistakes: gatedMistakes(tanhShare, tanhShareSlope),
})
