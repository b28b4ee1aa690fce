import type { TranscendentalField } from '@/lib/exact/atoms'
import { mi } from '@/lib/exact/mathml'
import type { Tensor } from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import { alongSamples, alongShape, byLines, byRows } from '../along'
import { softmaxRule } from '../explain/softmax'
import { reducing } from '../notation'
import { input, type Op, type Settings } from '../op'
import { dotOf, softmaxOf } from '../softmax'
import { softmaxMistakes } from '../wrong/softmax'

/** dx_i = p_i (g_i - the sum of all p_j g_j) */
function into<S>(
  field: TranscendentalField<S>,
  p: Tensor<S>,
  upstream: Tensor<S>,
  settings: Settings,
): Tensor<S> {
  return byLines([p, upstream], settings, ([p = [], g = []]) => {
    const mean = dotOf(field, p, g)
    return g.map((g, i) => field.mul(input(p, i), field.sub(g, mean)))
  })
}

/** Each power of e over the sum of all, along the last axis or the axis named. */
export const softmax: Op = {
  name: 'softmax',
  setting: 'axis',
  notation: reducing(mi('softmax')),
  conventions: [byRows(message('softmax.rows'))],
  rule: softmaxRule,
  shape: alongShape,
  forward: (field, inputs, settings) => ({
    ok: true,
    value: byLines([input(inputs, 0)], settings, ([x = []]) => softmaxOf(field, x)),
  }),
  vjp: (field, { output, upstream, settings }) => [into(field, output, upstream, settings)],
  vjpByOutput: (field, { output, upstream, settings }) => into(field, output, upstream, settings),
  mistakes: softmaxMistakes(into),
  samples: alongSamples,
}
