import { normalDensity, normalShare } from '@/lib/exact/elementary'
import { message } from '@/lib/words/message'
import { unary } from '../elementwise'
import { composed, numberExpr } from '../explain/compose'
import { named } from '../notation'
import { input } from '../op'
import { gatedMistakes } from '../wrong/gated'
import { add } from './add'
import { divide } from './divide'
import { erf } from './erf'
import { exp } from './exp'
import { times } from './multiply'
import { negate } from './negate'
import { pi } from './pi'
import { power } from './power'
import { sqrt } from './sqrt'

/** x Phi(x), with Phi the distribution of the normal law (D. Hendrycks and K. Gimpel, Gaussian error linear units, 2016). */
export const gelu = unary({
  name: 'gelu',
  notation: named('gelu'),
  rule: {
    entrywise: true,
    value: ({ inputs }) => message('gelu.value', { x: input(inputs, 0) }),
    back: ({ upstream, inputs }) => {
      const x = input(inputs, 0)
      const [one, two] = [numberExpr(1), numberExpr(2)]
      const inner = composed(divide, [x, composed(sqrt, [two])])
      const share = composed(divide, [composed(add, [one, composed(erf, [inner])]), two])
      const bell = composed(exp, [composed(divide, [composed(negate, [composed(power, [x], [2])]), two])])
      const density = composed(divide, [bell, composed(sqrt, [times(two, composed(pi, []))])])
      return times(upstream, composed(add, [share, times(x, density)]))
    },
    backInWords: ({ inputs }) => message('gelu.back', { x: input(inputs, 0) }),
  },
  forward: (field, x) => field.mul(x, normalShare(field, x)),
  vjp: (field, x, g) => field.mul(g, field.add(normalShare(field, x), field.mul(x, normalDensity(field, x)))),
  mistakes: gatedMistakes(normalShare, normalDensity),
})
