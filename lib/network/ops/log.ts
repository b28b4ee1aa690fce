import { mi } from '@/lib/exact/mathml'
import { rational } from '@/lib/exact/rational'
import { unary } from '../elementwise'
import { application } from '../notation'
import { logMistakes } from '../wrong/log'

/** The natural logarithm. */
export const log = unary({
  name: 'log',
  usage: 'log(x)',
  notation: application(mi('ln')),
  refuses: (field, x) =>
    field.sign(x) > 0 ? null : 'no logarithm: ln takes what is above 0, and this is not',
  forward: (field, x) => field.log(x),
  vjp: (field, x, g) => field.div(g, x),
  mistakes: logMistakes,
  entries: [rational(1), rational(2), rational(1, 3), rational(5, 2), rational(7)],
})
