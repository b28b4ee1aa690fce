import { mfrac } from '@/lib/exact/mathml'
import { message } from '@/lib/words/message'
import { binary } from '../elementwise'
import { composed } from '../explain/compose'
import { infixSpelling } from '../explain/spelling'
import { bare, strength } from '../notation'
import { input, type Op } from '../op'
import { quotientMistakes } from '../wrong/divide'
import { times } from './multiply'
import { negated } from './negate'
import { power } from './power'

export const divide: Op = binary({
  name: 'divide',
  sign: '/',
  notation: ([top, bottom], _settings, shape) => ({
    mathml: mfrac(bare(top), bare(bottom)),
    strength: strength.sign,
    shape,
    signed: false,
  }),
  spelling: infixSpelling('/', strength.product),
  rule: {
    entrywise: true,
    back: ({ upstream, inputs }, into) => {
      const [top, bottom] = [input(inputs, 0), input(inputs, 1)]
      if (into === 0) return composed(divide, [upstream, bottom])
      const across = composed(divide, [times(upstream, top), composed(power, [bottom], [2])])
      return negated(across)
    },
    backInWords: ({ inputs }, into) => {
      const [top, bottom] = [input(inputs, 0), input(inputs, 1)]
      return into === 0
        ? message('divide.back-top', { bottom })
        : message('divide.back-bottom', { top, bottom })
    },
  },
  noValue: {
    refuses: (field, b) => field.isZero(b),
    reason: index => message('divide.by-zero', { index }),
  },
  forward: (field, a, b) => field.div(a, b),
  vjp: (field, a, b, g) => {
    const down = field.div(g, b)
    return [down, field.neg(field.div(field.mul(down, a), b))]
  },
  mistakes: quotientMistakes,
})
