import type { TranscendentalField } from '@/lib/exact/atoms'
import { mi } from '@/lib/exact/mathml'
import { entryOf, type Shape, sameShape, type Tensor } from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import { byLines, byRows, ofRows } from '../along'
import { crossEntropyRule } from '../explain/softmax'
import { application } from '../notation'
import { fits, input, misfit, type Op, type Pass, type ShapeRule } from '../op'
import { dotOf, logSumExp, softmaxOf, sumOf } from '../softmax'
import { crossEntropyMistakes } from '../wrong/cross-entropy'
import { softmax } from './softmax'

function crossEntropyShape(shapes: readonly Shape[]): ShapeRule {
  const [logits, target] = [input(shapes, 0), input(shapes, 1)]
  if (logits.length === 0) return misfit(message('cross-entropy.scalar'))
  if (sameShape(logits, target)) return fits(logits.slice(0, -1))
  return misfit(message('cross-entropy.target', { target, logits }))
}

/** Row by row, a gradient into the logits or the targets: `slope(x, y)` for the row times what arrives at its value. */
function rowsInto<S>(
  field: TranscendentalField<S>,
  { inputs, upstream }: Pass<S>,
  slope: (x: readonly S[], y: readonly S[]) => readonly S[],
): Tensor<S> {
  return byLines(inputs, [], ([x = [], y = []], row) =>
    slope(x, y).map(entry => field.mul(entryOf(upstream, row), entry)),
  )
}

/**
 * `cross_entropy(logits, onehot)`: along the last axis, minus the sum of y ln softmax(x). A row of targets is mostly a 1
 * among zeros; any other weights go by the same formula.
 */
export const cross_entropy: Op = {
  name: 'cross_entropy',
  notation: application(mi('CE')),
  conventions: [byRows(message('cross-entropy.rows'))],
  rule: crossEntropyRule(softmax),
  shape: crossEntropyShape,
  // - sum y (x - ln sum e^x), the rows of targets mostly having the sum 1
  forward: (field, inputs) => ({
    ok: true,
    value: ofRows(inputs, ([x = [], y = []]) =>
      field.sub(field.mul(sumOf(field, y), logSumExp(field, x)), dotOf(field, x, y)),
    ),
  }),
  // dx = g (p - y), where the targets of a row have the sum 1; dy = -g ln p
  vjp: (field, pass) => [
    rowsInto(field, pass, (x, y) => {
      const whole = sumOf(field, y)
      return softmaxOf(field, x).map((p, i) => field.sub(field.mul(whole, p), input(y, i)))
    }),
    rowsInto(field, pass, x => {
      const whole = logSumExp(field, x)
      return x.map(entry => field.sub(whole, entry))
    }),
  ],
  mistakes: crossEntropyMistakes(rowsInto),
  samples: {
    fit: [
      [[3], [3]],
      [
        [2, 3],
        [2, 3],
      ],
      [
        [2, 1, 2],
        [2, 1, 2],
      ],
    ].map(shapes => ({ shapes })),
    misfit: [
      [[], []],
      [[3], [2]],
      [[2, 3], [3]],
    ].map(shapes => ({ shapes })),
  },
}
