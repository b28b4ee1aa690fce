import type { Shape } from '@/lib/exact/tensor'
import { type Expr, rootOf } from '../expr'
import { input, type Op, type OpRule, type Settings } from '../op'
import { multiply } from '../ops/multiply'
import { reshape } from '../ops/reshape'
import { subtract } from '../ops/subtract'
import { sum } from '../ops/sum'
import { composed } from './compose'

/** The sum of each line of a vector or a matrix, in a shape that broadcasts back along the line; null for more axes. */
function lineSums(x: Expr | null, [axis]: Settings): Expr | null {
  const shape: Shape = x === null ? [] : rootOf(x).shape
  const [rows = 1] = shape
  if (shape.length === 1) return composed(sum, [x])
  if (shape.length !== 2) return null
  if (axis === 1) return composed(sum, [x], [1])
  return composed(reshape, [composed(sum, [x], [2])], [rows, 1])
}

const where = (settings: Settings): string => (settings[0] === undefined ? '' : ` along axis ${settings[0]}`)

/** dx = p (g - the sum of p g). */
export const softmaxRule: OpRule = {
  value: ({ inputs: [x], settings }) => `e to each entry of ${x}, over the sum of these${where(settings)}`,
  back: ({ upstream, output, settings }) => {
    const weighted = lineSums(composed(multiply, [output, upstream]), settings)
    return composed(multiply, [output, composed(subtract, [upstream, weighted])])
  },
  backInWords: () =>
    'each share times what arrives at it less the mean of all that arrives, weighted by the shares',
}

/** dx = g - p (the sum of g). The softmax is handed in, because it names its own rule, which stands here. */
export function logSoftmaxRule(softmax: Op): OpRule {
  return {
    value: ({ inputs: [x], settings }) =>
      `${x} less the logarithm of the sum of e to its entries${where(settings)}`,
    back: ({ upstream, inputs, settings }) => {
      const shares = composed(softmax, [input(inputs, 0)], settings)
      return composed(subtract, [upstream, composed(multiply, [shares, lineSums(upstream, settings)])])
    },
    backInWords: ({ inputs: [x] }) => `what arrives less its sum times the softmax of ${x}`,
  }
}

/**
 * x are the logits and y the targets. A formula without the sum of the targets is not true for all targets, so words
 * say which are meant.
 */
export const crossEntropyRule: OpRule = {
  value: ({ inputs: [x, y] }) => `minus ${y} times the logarithm of the softmax of ${x}, added up`,
  backInWords: ({ inputs: [x, y] }, into) =>
    into === 0 ? `what arrives times (the softmax of ${x} less ${y}), where ${y} adds up to one` : null,
}
