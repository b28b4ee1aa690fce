import type { Shape } from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import { type Expr, rootOf } from '../expr'
import { input, type Op, type OpRule, type Settings } from '../op'
import { log } from '../ops/log'
import { multiply, times } from '../ops/multiply'
import { negate } from '../ops/negate'
import { reshape } from '../ops/reshape'
import { subtract } from '../ops/subtract'
import { sum } from '../ops/sum'
import { composed } from './compose'
import { alongRows } from './rows'

/** The sum of each line of a vector or a matrix, in a shape that broadcasts back along the line; null for more axes. */
function lineSums(x: Expr | null, [axis]: Settings): Expr | null {
  const shape: Shape = x === null ? [] : rootOf(x).shape
  const [rows = 1] = shape
  if (shape.length === 1) return composed(sum, [x])
  if (shape.length !== 2) return null
  if (axis === 1) return composed(sum, [x], [1])
  return composed(reshape, [composed(sum, [x], [2])], [rows, 1])
}

/** dx = p (g - the sum of p g). */
export const softmaxRule: OpRule = {
  value: ({ inputs, settings: [axis = null] }) => message('softmax.value', { x: input(inputs, 0), axis }),
  back: ({ upstream, output, settings }) => {
    const weighted = lineSums(composed(multiply, [output, upstream]), settings)
    return composed(multiply, [output, composed(subtract, [upstream, weighted])])
  },
  backInWords: () => message('softmax.back'),
}

/** dx = g - p (the sum of g). The softmax is handed in, because it names its own rule, which stands here. */
export function logSoftmaxRule(softmax: Op): OpRule {
  return {
    value: ({ inputs, settings: [axis = null] }) =>
      message('log-softmax.value', { x: input(inputs, 0), axis }),
    back: ({ upstream, inputs, settings }) => {
      const shares = composed(softmax, [input(inputs, 0)], settings)
      return composed(subtract, [upstream, composed(multiply, [shares, lineSums(upstream, settings)])])
    },
    backInWords: ({ inputs }) => message('log-softmax.back', { x: input(inputs, 0) }),
  }
}

/**
 * x are the logits and y the targets. A formula without the sum of the targets is not true for all targets, so words
 * say which are meant.
 */
export const crossEntropyRule = (softmax: Op): OpRule => ({
  spreads: true,
  value: ({ inputs }) => message('cross-entropy.value', { x: input(inputs, 0), y: input(inputs, 1) }),
  backInWords: ({ inputs }, into) =>
    into === 0 ? message('cross-entropy.back', { x: input(inputs, 0), y: input(inputs, 1) }) : null,
  typed: ({ upstream, inputs, oneHot }, into) => {
    const [x, y] = [input(inputs, 0), input(inputs, 1)]
    const p = composed(softmax, [x])
    const each = spread(upstream, x)
    if (into === 1) return times(each, composed(negate, [composed(log, [p])]))
    const whole = oneHot?.(y) ? p : composed(multiply, [p, lineSums(y, [])])
    return times(each, composed(subtract, [whole, y]))
  },
})

/** What arrives at each row: one number for all of them, or a row's own for each. */
function spread(upstream: Expr, x: Expr): Expr | null {
  const { shape } = rootOf(upstream)
  return shape.length === 0 ? upstream : alongRows(upstream, x)
}
