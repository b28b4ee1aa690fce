import { mi } from '@/lib/exact/mathml'
import { rational } from '@/lib/exact/rational'
import { message } from '@/lib/words/message'
import { unary } from '../elementwise'
import { composed } from '../explain/compose'
import { application } from '../notation'
import { input } from '../op'
import { logMistakes } from '../wrong/log'
import { divide } from './divide'

/** The natural logarithm. */
export const log = unary({
  name: 'log',
  notation: application(mi('ln')),
  rule: {
    entrywise: true,
    back: ({ upstream, inputs }) => composed(divide, [upstream, input(inputs, 0)]),
    backInWords: ({ inputs }) => message('log.back', { x: input(inputs, 0) }),
  },
  noValue: {
    refuses: (field, x) => field.sign(x) <= 0,
    reason: index => message('log.not-positive', { index }),
  },
  forward: (field, x) => field.log(x),
  vjp: (field, x, g) => field.div(g, x),
  mistakes: logMistakes,
  entries: [rational(1), rational(2), rational(1, 3), rational(5, 2), rational(7)],
})
