import { sameShape } from '@/lib/exact/tensor'
import { type Expr, rootOf } from '../expr'
import { ones } from '../ops/ones'
import { outer } from '../ops/outer'
import { composed } from './compose'

/** A number for each row of a matrix, repeated along the row; null for what has no rows. */
export function alongRows(each: Expr | null, matrix: Expr): Expr | null {
  const { shape } = rootOf(matrix)
  const [rows = 1, columns = 1] = shape
  if (each === null || shape.length !== 2 || !sameShape(rootOf(each).shape, [rows])) return null
  return composed(outer, [each, composed(ones, [], [columns])])
}
