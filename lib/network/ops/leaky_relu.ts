import { rational } from '@/lib/exact/rational'
import { message } from '@/lib/words/message'
import { binary, firstAtZero } from '../elementwise'
import { composed, numberExpr } from '../explain/compose'
import { named } from '../notation'
import { input } from '../op'
import { wherePositive } from '../positive'
import { leakyReluMistakes } from '../wrong/leaky-relu'
import { add } from './add'
import { min } from './min'
import { times } from './multiply'
import { step } from './step'
import { subtract } from './subtract'

/** `leaky_relu(x, slope)`: x where it is positive, slope * x elsewhere; the slope at 0 is that of the negative side. */
export const leaky_relu = binary({
  name: 'leaky_relu',
  sign: 'leaky_relu',
  notation: named('leaky_relu'),
  conventions: [firstAtZero(message('leaky-relu.slope-at-zero'))],
  rule: {
    entrywise: true,
    value: ({ inputs }) => message('leaky-relu.value', { x: input(inputs, 0), slope: input(inputs, 1) }),
    back: ({ upstream, inputs }, into) => {
      const [x, slope] = [input(inputs, 0), input(inputs, 1)]
      if (into === 1) return times(upstream, composed(min, [x, numberExpr(0)]))
      const more = composed(subtract, [numberExpr(1), slope])
      return times(upstream, composed(add, [slope, times(more, composed(step, [x]))]))
    },
    backInWords: ({ inputs, upstream }, into) => {
      const [x, slope] = [input(inputs, 0), input(inputs, 1)]
      return into === 0 ? message('leaky-relu.back', { x, slope, upstream }) : null
    },
  },
  forward: (field, x, slope) => wherePositive(field, x, x, field.mul(slope, x)),
  vjp: (field, x, slope, g) => [
    wherePositive(field, x, g, field.mul(slope, g)),
    wherePositive(field, x, field.zero, field.mul(x, g)),
  ],
  mistakes: leakyReluMistakes,
  second: [rational(1, 100), rational(1, 10), rational(1, 5)],
})
