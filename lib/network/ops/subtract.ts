import { mo } from '@/lib/exact/mathml'
import { message } from '@/lib/words/message'
import { binary } from '../elementwise'
import { infixSpelling } from '../explain/spelling'
import { infix, strength } from '../notation'
import { subtractMistakes } from '../wrong/link'
import { negated } from './negate'

export const subtract = binary({
  name: 'subtract',
  sign: '-',
  notation: infix(() => mo('−'), strength.sum),
  spelling: infixSpelling('-', strength.sum),
  rule: {
    entrywise: true,
    back: ({ upstream }, into) => (into === 0 ? upstream : negated(upstream)),
    backInWords: (_telling, into) => (into === 0 ? null : message('subtract.back')),
  },
  forward: (field, a, b) => field.sub(a, b),
  vjp: (field, _a, _b, g) => [g, field.neg(g)],
  mistakes: subtractMistakes,
})
