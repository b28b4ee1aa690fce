import { rational } from '@/lib/exact/rational'
import { sizeOf } from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import { indexFromOne } from '../elementwise'
import { composed, numberExpr } from '../explain/compose'
import { rootOf } from '../expr'
import { named } from '../notation'
import { input, type Op } from '../op'
import { meanOver, slopes, targetMisfits, targetShape, targetShapes } from '../target'
import { bceMistakes } from '../wrong/bce'
import { divide } from './divide'
import { log } from './log'
import { times } from './multiply'
import { subtract } from './subtract'

const shares = [rational(1, 2), rational(1, 3), rational(3, 4), rational(2, 5)]

/** `bce(p, y)`: the mean over all entries of -(y ln p + (1 - y) ln(1 - p)), for shares p between 0 and 1. */
export const bce: Op = {
  name: 'bce',
  notation: named('bce'),
  rule: {
    value: ({ inputs }) => message('bce.value', { p: input(inputs, 0), y: input(inputs, 1) }),
    back: ({ upstream, inputs }, into) => {
      const [p, y] = [input(inputs, 0), input(inputs, 1)]
      const other = composed(log, [composed(subtract, [numberExpr(1), p])])
      const bell = times(p, composed(subtract, [numberExpr(1), p]))
      const part =
        into === 0
          ? composed(divide, [composed(subtract, [p, y]), bell])
          : composed(subtract, [other, composed(log, [p])])
      const count = sizeOf(rootOf(p).shape)
      return times(upstream, count === 1 ? part : composed(divide, [part, numberExpr(count)]))
    },
    backInWords: ({ inputs }, into) =>
      into === 0 ? message('bce.back', { p: input(inputs, 0), y: input(inputs, 1) }) : null,
  },
  shape: targetShape,
  forward: (field, inputs) => {
    const { sub, mul, one, sign } = field
    const p = input(inputs, 0)
    const odd = p.data.findIndex(entry => sign(entry) <= 0 || sign(sub(one, entry)) <= 0)
    if (odd >= 0) return { ok: false, reason: message('bce.no-share', { index: indexFromOne(p.shape, odd) }) }
    const loss = meanOver(field, inputs, (p, y) =>
      field.neg(field.add(mul(y, field.log(p)), mul(sub(one, y), field.log(sub(one, p))))),
    )
    return { ok: true, value: loss }
  },
  // dp = (p - y) / (p (1 - p)), dy = ln(1 - p) - ln p, each over n
  vjp: (field, pass) => {
    const { sub, mul, div, one, log } = field
    return [
      slopes(field, pass, (p, y) => div(sub(p, y), mul(p, sub(one, p)))),
      slopes(field, pass, p => sub(log(sub(one, p)), log(p))),
    ]
  },
  mistakes: bceMistakes,
  samples: {
    fit: targetShapes.map(shapes => ({ shapes, entries: [shares, null] })),
    misfit: targetMisfits,
  },
}
