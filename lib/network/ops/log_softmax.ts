import type { TranscendentalField } from '@/lib/exact/atoms'
import { mi, mrow } from '@/lib/exact/mathml'
import { message } from '@/lib/words/message'
import { alongSamples, alongShape, byLines, byRows } from '../along'
import { logSoftmaxRule } from '../explain/softmax'
import { applied, reducing } from '../notation'
import { input, type Op } from '../op'
import { logSumExp, softmaxOf, sumOf } from '../softmax'
import { logSoftmaxMistakes } from '../wrong/softmax'
import { softmax } from './softmax'

/** dx_i = g_i - p_i (the sum of all g_j) */
function lineInto<S>(field: TranscendentalField<S>, p: readonly S[], g: readonly S[]): S[] {
  const all = sumOf(field, g)
  return g.map((g, i) => field.sub(g, field.mul(input(p, i), all)))
}

/** The logarithm of the softmax: x less the logarithm of the sum of its powers of e. */
export const log_softmax: Op = {
  name: 'log_softmax',
  setting: 'axis',
  notation: reducing(mrow(mi('ln'), applied, mi('softmax'))),
  conventions: [byRows(message('log-softmax.rows'))],
  rule: logSoftmaxRule(softmax),
  shape: alongShape,
  forward: (field, inputs, settings) => ({
    ok: true,
    value: byLines([input(inputs, 0)], settings, ([x = []]) => {
      const whole = logSumExp(field, x)
      return x.map(entry => field.sub(entry, whole))
    }),
  }),
  vjp: (field, { inputs, upstream, settings }) => [
    byLines([input(inputs, 0), upstream], settings, ([x = [], g = []]) =>
      lineInto(field, softmaxOf(field, x), g),
    ),
  ],
  vjpByOutput: (field, { output, upstream, settings }) =>
    byLines([output, upstream], settings, ([h = [], g = []]) => lineInto(field, h.map(field.exp), g)),
  mistakes: logSoftmaxMistakes,
  samples: alongSamples,
}
