import { erfSlope } from '@/lib/exact/atoms'
import { message } from '@/lib/words/message'
import { unary } from '../elementwise'
import { composed, numberExpr } from '../explain/compose'
import { named } from '../notation'
import { input } from '../op'
import { linkMistakes } from '../wrong/link'
import { divide } from './divide'
import { exp } from './exp'
import { times } from './multiply'
import { negate } from './negate'
import { pi } from './pi'
import { power } from './power'
import { sqrt } from './sqrt'

/** The error function, as PyTorch has it: 2 / sqrt(pi) times the integral of e^(-t^2) from 0 to x. */
export const erf = unary({
  name: 'erf',
  notation: named('erf'),
  rule: {
    entrywise: true,
    value: ({ inputs }) => message('erf.value', { x: input(inputs, 0) }),
    back: ({ upstream, inputs }) => {
      const bell = composed(exp, [composed(negate, [composed(power, [input(inputs, 0)], [2])])])
      const root = composed(sqrt, [composed(pi, [])])
      return times(upstream, times(composed(divide, [numberExpr(2), root]), bell))
    },
    backInWords: ({ inputs }) => message('erf.back', { x: input(inputs, 0) }),
  },
  forward: (field, x) => field.erf(x),
  vjp: (field, x, g) => field.mul(g, erfSlope(field, x)),
  mistakes: linkMistakes,
})
