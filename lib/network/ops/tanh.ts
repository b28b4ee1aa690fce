import { tanh as tanhOf } from '@/lib/exact/elementary'
import { message } from '@/lib/words/message'
import { unary } from '../elementwise'
import { composed, numberExpr } from '../explain/compose'
import { named } from '../notation'
import { tanhMistakes } from '../wrong/tanh'
import { times } from './multiply'
import { power } from './power'
import { subtract } from './subtract'

export const tanh = unary({
  name: 'tanh',
  notation: named('tanh'),
  rule: {
    entrywise: true,
    back: ({ upstream, output }) =>
      times(upstream, composed(subtract, [numberExpr(1), composed(power, [output], [2])])),
    backInWords: () => message('tanh.back'),
  },
  forward: (field, x) => tanhOf(field, x),
  // tanh' = 1 - tanh^2
  vjp: (field, x, g) => {
    const h = tanhOf(field, x)
    return field.mul(g, field.sub(field.one, field.mul(h, h)))
  },
  vjpByOutput: (field, h, g) => field.mul(g, field.sub(field.one, field.mul(h, h))),
  mistakes: tanhMistakes,
})
