import { sigmoid as sigmoidOf, softplus as softplusOf } from '@/lib/exact/elementary'
import { sizeOf } from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import { composed, numberExpr } from '../explain/compose'
import { rootOf } from '../expr'
import { named } from '../notation'
import { input, type Op } from '../op'
import { meanOver, slopes, targetMisfits, targetShape, targetShapes } from '../target'
import { bceLogitsMistakes } from '../wrong/bce'
import { divide } from './divide'
import { times } from './multiply'
import { negate } from './negate'
import { sigmoid } from './sigmoid'
import { subtract } from './subtract'

/** `bce_logits(z, y)`: bce(sigmoid(z), y), which is the mean over all entries of softplus(z) - y z. */
export const bce_logits: Op = {
  name: 'bce_logits',
  notation: named('bce_logits'),
  rule: {
    value: ({ inputs }) => message('bce-logits.value', { z: input(inputs, 0), y: input(inputs, 1) }),
    back: ({ upstream, inputs }, into) => {
      const [z, y] = [input(inputs, 0), input(inputs, 1)]
      const slope = into === 0 ? composed(subtract, [composed(sigmoid, [z]), y]) : composed(negate, [z])
      const count = sizeOf(rootOf(z).shape)
      return times(upstream, count === 1 ? slope : composed(divide, [slope, numberExpr(count)]))
    },
    backInWords: ({ inputs }, into) =>
      into === 0 ? message('bce-logits.back', { z: input(inputs, 0), y: input(inputs, 1) }) : null,
  },
  shape: targetShape,
  forward: (field, inputs) => ({
    ok: true,
    value: meanOver(field, inputs, (z, y) => field.sub(softplusOf(field, z), field.mul(y, z))),
  }),
  // dz = (sigmoid(z) - y) / n, dy = -z / n
  vjp: (field, pass) => [
    slopes(field, pass, (z, y) => field.sub(sigmoidOf(field, z), y)),
    slopes(field, pass, z => field.neg(z)),
  ],
  mistakes: bceLogitsMistakes,
  samples: { fit: targetShapes.map(shapes => ({ shapes })), misfit: targetMisfits },
}
