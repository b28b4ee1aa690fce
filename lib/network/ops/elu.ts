import { rational } from '@/lib/exact/rational'
import { message } from '@/lib/words/message'
import { binary, firstAtZero } from '../elementwise'
import { composed, numberExpr } from '../explain/compose'
import { named } from '../notation'
import { input } from '../op'
import { wherePositive } from '../positive'
import { linkMistakes } from '../wrong/link'
import { exp } from './exp'
import { greater } from './greater'
import { times } from './multiply'
import { subtract } from './subtract'
import { where } from './where'

/** `elu(x, alpha)`: x where it is positive, alpha (e^x - 1) elsewhere; the slope at 0 is alpha. */
export const elu = binary({
  name: 'elu',
  sign: 'elu',
  notation: named('elu'),
  conventions: [firstAtZero(message('elu.slope-at-zero'))],
  rule: {
    entrywise: true,
    value: ({ inputs }) => message('elu.value', { x: input(inputs, 0), alpha: input(inputs, 1) }),
    back: ({ upstream, inputs }, into) => {
      const [x, alpha] = [input(inputs, 0), input(inputs, 1)]
      const isAbove = composed(greater, [x, numberExpr(0)])
      const power = composed(exp, [x])
      const own = composed(where, [isAbove, numberExpr(1), times(alpha, power)])
      const scale = composed(where, [isAbove, numberExpr(0), composed(subtract, [power, numberExpr(1)])])
      return times(upstream, into === 0 ? own : scale)
    },
    backInWords: ({ inputs, upstream }, into) => {
      const [x, alpha] = [input(inputs, 0), input(inputs, 1)]
      return into === 0 ? message('elu.back', { x, alpha, upstream }) : null
    },
  },
  forward: (field, x, alpha) =>
    wherePositive(field, x, x, field.mul(alpha, field.sub(field.exp(x), field.one))),
  vjp: (field, x, alpha, g) => {
    const power = field.exp(x)
    return [
      wherePositive(field, x, g, field.mul(g, field.mul(alpha, power))),
      wherePositive(field, x, field.zero, field.mul(g, field.sub(power, field.one))),
    ]
  },
  mistakes: linkMistakes,
  second: [rational(1), rational(1, 2), rational(2)],
})
