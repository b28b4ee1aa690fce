import type { Expr } from '../expr'
import { rootOf } from '../expr'
import type { Way } from '../op'
import { add } from '../ops/add'
import { divide } from '../ops/divide'
import { mean } from '../ops/mean'
import { multiply, times } from '../ops/multiply'
import { negated } from '../ops/negate'
import { sqrt } from '../ops/sqrt'
import { subtract } from '../ops/subtract'
import { sum } from '../ops/sum'
import { variance } from '../ops/var'
import { composed, numberExpr } from './compose'
import { alongRows } from './rows'

/**
 * dx = (g - mean g - xhat mean(g xhat)) / sigma and deps = - the sum of g xhat / (2 sigma^2), along one axis of a vector or a
 * matrix; `axis` counts from 1. Null for more axes.
 */
export function normalisedBack({ upstream, inputs, output }: Way, into: number, axis: number): Expr | null {
  const [x, eps = null] = inputs
  const rank = x === undefined ? 0 : rootOf(x).shape.length
  if (x === undefined || rank < 1 || rank > 2) return null
  const settings = rank === 1 ? [] : [axis]
  const along = (each: Expr | null) => (rank === 2 && axis === 2 ? alongRows(each, x) : each)
  const spread = composed(variance, [x], settings)
  const square = eps === null ? spread : composed(add, [spread, eps])
  const tilted = composed(multiply, [upstream, output])
  if (into === 1) {
    const lines = composed(divide, [composed(sum, [tilted], settings), times(numberExpr(2), square)])
    return negated(rank === 1 ? lines : composed(sum, [lines]))
  }
  const level = along(composed(mean, [upstream], settings))
  const tilt = times(output, along(composed(mean, [tilted], settings)))
  const own = composed(subtract, [composed(subtract, [upstream, level]), tilt])
  return composed(divide, [own, along(composed(sqrt, [square]))])
}
