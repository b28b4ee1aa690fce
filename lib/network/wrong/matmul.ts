import type { TranscendentalField } from '@/lib/exact/atoms'
import { type Shape, sameShape, type Tensor, zipTensors } from '@/lib/exact/tensor'
import { input, type Pass } from '../op'
import { forgotten } from './multiply'
import { type OpMistakes, type Trial, tried, wrong } from './wrong'

/** What the rules here need from the op. The op passes it in, because the op's file imports this one. */
interface Product {
  forward<S>(field: TranscendentalField<S>, a: Tensor<S>, b: Tensor<S>): Tensor<S> | null
  /** Sums `slope(own, other, g)` over every product of two entries, into the entries of the factor `into`. */
  back<S>(
    field: TranscendentalField<S>,
    pass: Pass<S>,
    into: number,
    slope: (own: S, other: S, g: S) => S,
  ): Tensor<S>
}

export function matmulMistakes(product: Product): OpMistakes {
  return {
    forward: (field, { inputs, output }) => {
      const [a, b] = [input(inputs, 0), input(inputs, 1)]
      const square = a.shape.length === 2 && sameShape(a.shape, b.shape) && sameShape(a.shape, output.shape)
      return square ? [wrong('hadamard-for-matmul', zipTensors(a, b, field.mul))] : []
    },
    back: (field, pass, into, { operands }) => {
      const { upstream } = pass
      const own = input(pass.inputs, into)
      const other = input(pass.inputs, 1 - into)
      type Entry = typeof field.zero
      const slope = (rule: (own: Entry, other: Entry, g: Entry) => Entry) => () =>
        product.back(field, pass, into, rule)
      return tried(
        ['own-value', slope((w, _, g) => field.mul(g, w))],
        [forgotten(operands, into), slope((_w, _a, g) => g)],
        ...matrixMistakes(field, product, { own, other, upstream }, into),
        [forgotten(operands, into), () => (sameShape(upstream.shape, own.shape) ? upstream : null)],
        ['divide', () => (other.data.some(field.isZero) ? null : slope((_, a, g) => field.div(g, a))())],
      )
    },
  }
}

/**
 * Mistakes about dA = G B^T and dB = A^T G for matrices C = A B: a missing transpose, the wrong order, or the product
 * entry by entry.
 */
function matrixMistakes<S>(
  field: TranscendentalField<S>,
  product: Product,
  { own, other, upstream }: Record<'own' | 'other' | 'upstream', Tensor<S>>,
  into: number,
): Trial<S>[] {
  const isVector = own.shape.length === 1 && other.shape.length === 2 && upstream.shape.length === 1
  if (isVector) {
    // Right is W^T G of W x, and W G of x W: the matrix is taken as it stands, on the side where it stood.
    const made = () =>
      into === 0 ? product.forward(field, upstream, other) : product.forward(field, other, upstream)
    return [['missing-transpose', () => fittingTo(own, made())]]
  }
  if ([own, other, upstream].some(({ shape }) => shape.length !== 2)) return []
  const turned = transposed(other)
  const fitting = (left: Tensor<S>, right: Tensor<S>) => () =>
    fittingTo(own, product.forward(field, left, right))
  const square = sameShape(upstream.shape, other.shape) && sameShape(other.shape, own.shape)
  return [
    // The first has the right order without the transpose, the second the transpose in the wrong order.
    ['missing-transpose', into === 0 ? fitting(upstream, other) : fitting(other, upstream)],
    ['factor-order', into === 0 ? fitting(turned, upstream) : fitting(upstream, turned)],
    ['hadamard-for-matmul', () => (square ? zipTensors(upstream, other, field.mul) : null)],
  ]
}

function fittingTo<S>(own: Tensor<S>, made: Tensor<S> | null): Tensor<S> | null {
  return made !== null && sameShape(made.shape, own.shape) ? made : null
}

/** The transpose of a matrix. */
export function transposed<S>({ shape, data }: Tensor<S>): Tensor<S> {
  const [rows = 1, columns = 1] = shape
  const to: Shape = [columns, rows]
  return { shape: to, data: data.map((_, at) => data[(at % rows) * columns + Math.floor(at / rows)] as S) }
}
