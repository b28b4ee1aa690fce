import type { Shape } from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import { type Expr, rootOf } from '../expr'
import { input, type Op, type OpRule } from '../op'
import { composed } from './compose'

/**
 * The rule of a product of matrices: dA = G @ B.T and dB = A.T @ G. Vectors and batches have no formula as short, so
 * their numbers are shown.
 */
export function matmulRule(ops: () => Record<'matmul' | 'transpose' | 'reshape' | 'multiply', Op>): OpRule {
  const turned = (x: Expr): Expr | null => composed(ops().transpose, [x])
  const outer = (column: Expr, row: Expr): Expr | null => {
    const { matmul, reshape } = ops()
    const [m = 1, n = 1] = [column, row].map(vector => rootOf(vector).shape[0])
    return composed(matmul, [composed(reshape, [column], [m, 1]), composed(reshape, [row], [1, n])])
  }
  return {
    value: ({ inputs, shapes }) => {
      const [a, b] = [input(inputs, 0), input(inputs, 1)]
      const [m, n] = shapes.map(shape => shape.length)
      if (m === 1 && n === 1) return message('matmul.value-of-vectors', { a, b })
      const left = m === 1 ? 'row' : 'rows'
      return message('matmul.value', { a, b, left, right: columnsOf(shapes) === 1 ? 'column' : 'columns' })
    },
    back: ({ upstream, inputs }, into) => {
      const [a, b] = [input(inputs, 0), input(inputs, 1)]
      if ([a, b].some(factor => factor.at(-1)?.shape.length !== 2)) return null
      const { matmul } = ops()
      return into === 0 ? composed(matmul, [upstream, turned(b)]) : composed(matmul, [turned(a), upstream])
    },
    // For vectors, G x^T is an outer product of two columns. For batches such a formula does not fit, or it is right.
    typed: ({ upstream, inputs }, into) => {
      const { matmul, multiply } = ops()
      const [a, b] = [input(inputs, 0), input(inputs, 1)]
      const [m, n] = [rootOf(a).shape.length, rootOf(b).shape.length]
      if (m === 1 && n === 1) return composed(multiply, [upstream, into === 0 ? b : a])
      if (m === 2) return into === 0 ? outer(upstream, b) : composed(matmul, [turned(a), upstream])
      return into === 0 ? composed(matmul, [b, upstream]) : outer(a, upstream)
    },
    backInWords: ({ inputs, shapes, upstream }, into) => {
      const [a, b] = [input(inputs, 0), input(inputs, 1)]
      if (shapes.some(shape => shape.length !== 2)) return null
      if (into === 0) {
        const column = columnsOf(shapes) === 1
        return message(column ? 'matmul.back-left-of-column' : 'matmul.back-left', { upstream, b })
      }
      const row = shapes[0]?.[0] === 1
      return message(row ? 'matmul.back-right-of-row' : 'matmul.back-right', { upstream, a })
    },
  }
}

function columnsOf(shapes: readonly Shape[]): number {
  const [, b] = shapes
  return b?.length === 2 ? (b[1] ?? 1) : 1
}
