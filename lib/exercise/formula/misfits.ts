import { type Shape, sameShape } from '@/lib/exact/tensor'
import { matmul } from '@/lib/network/ops'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'

/** `4x2 times 2x3 multiplies; 2x3 times 4x2 does not.` */
export function doesNotMultiply([left = [], right = []]: readonly Shape[]): Message {
  if (left.length === 0 || right.length === 0) return message('formulas.scalar-in-product')
  if (!sameShape(left, right) && matmul.shape([right, left], []).ok) {
    return message('formulas.turned-round', { left, right })
  }
  return message('formulas.no-product', {
    left,
    right,
    inner: [left.at(-1) ?? 1, right.at(-2) ?? right.at(-1) ?? 1],
  })
}

/** A reason that goes on from somewhere, as a sentence of its own. */
export function clause(reason: Message): Message {
  return message('formulas.clause', { reason })
}

/**
 * Whether a formula of one shape may stand for a quantity of another. Axes of length 1 do not matter where one of the
 * two is a vector or a number.
 */
export function standsFor(typed: Shape, asked: Shape): boolean {
  const long = (shape: Shape): string => shape.filter(length => length !== 1).join()
  if (typed.join() === asked.join()) return true
  return Math.min(typed.length, asked.length) <= 1 && long(typed) === long(asked)
}
