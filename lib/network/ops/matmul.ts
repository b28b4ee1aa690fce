import type { TranscendentalField } from '@/lib/exact/atoms'
import { mo } from '@/lib/exact/mathml'
import {
  broadcastPlaces,
  broadcastShape,
  entryOf,
  fillTensor,
  type Shape,
  sizeOf,
  type Tensor,
} from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import { Accumulator } from '../accumulator'
import { matmulRule } from '../explain/matmul'
import { infixSpelling } from '../explain/spelling'
import { infix, invisibleTimes, strength } from '../notation'
import { fits, input, misfit, type Op, type Pass, type ShapeRule } from '../op'
import { matmulMistakes } from '../wrong/matmul'
import { multiply } from './multiply'
import { reshape } from './reshape'
import { transpose } from './transpose'

/** NumPy's matmul: a vector on the left is a row, on the right a column; axes before the last two are batches. */
function layout(a: Shape, b: Shape) {
  const left = a.length === 1 ? [1, ...a] : a
  const right = b.length === 1 ? [...b, 1] : b
  const [rows, inner] = [left.at(-2) ?? 1, left.at(-1) ?? 1]
  const [innerToo, columns] = [right.at(-2) ?? 1, right.at(-1) ?? 1]
  const [batchA, batchB] = [left.slice(0, -2), right.slice(0, -2)]
  return { rows, inner, innerToo, columns, batchA, batchB, batch: broadcastShape(batchA, batchB) }
}

function productShape([a = [], b = []]: readonly Shape[]): ShapeRule {
  const scalar = [a, b].find(shape => shape.length === 0)
  if (scalar) return misfit(message('matmul.scalar'))
  const { rows, inner, innerToo, columns, batch } = layout(a, b)
  if (inner !== innerToo) return misfit(message('matmul.inner', { a, b, inner: [inner, innerToo] }))
  if (batch === null) return misfit(message('matmul.batches', { a, b }))
  return fits([...batch, ...(a.length === 1 ? [] : [rows]), ...(b.length === 1 ? [] : [columns])])
}

/** Visits every product of two entries: the places of its factors, and of the output entry to which it adds. */
function eachProduct(a: Shape, b: Shape, visit: (p: number, q: number, out: number) => void): void {
  const { rows, inner, columns, batchA, batchB, batch } = layout(a, b)
  if (batch === null) throw new RangeError('batches that do not broadcast')
  const fromA = broadcastPlaces(batchA, batch)
  const fromB = broadcastPlaces(batchB, batch)
  for (let nth = 0; nth < sizeOf(batch); nth += 1) {
    const startA = (fromA[nth] ?? 0) * rows * inner
    const startB = (fromB[nth] ?? 0) * inner * columns
    const start = nth * rows * columns
    for (let i = 0; i < rows; i += 1) {
      for (let j = 0; j < columns; j += 1) {
        for (let k = 0; k < inner; k += 1) {
          visit(startA + i * inner + k, startB + k * columns + j, start + i * columns + j)
        }
      }
    }
  }
}

function product<S>(field: TranscendentalField<S>, a: Tensor<S>, b: Tensor<S>): Tensor<S> | null {
  const rule = productShape([a.shape, b.shape])
  if (!rule.ok) return null
  const sums = new Accumulator(field, rule.shape)
  eachProduct(a.shape, b.shape, (p, q, out) => {
    sums.add(out, field.mul(entryOf(a, p), entryOf(b, q)))
  })
  return sums.total()
}

/**
 * The gradient into one factor: each product of two entries adds `slope(own, other, g)` to the entry of that factor.
 */
function into<S>(
  field: TranscendentalField<S>,
  { inputs, upstream }: Pass<S>,
  factor: number,
  slope: (own: S, other: S, g: S) => S,
): Tensor<S> {
  const [a, b] = [input(inputs, 0), input(inputs, 1)]
  const sums = new Accumulator(field, factor === 0 ? a.shape : b.shape)
  eachProduct(a.shape, b.shape, (p, q, out) => {
    const [own, other] = factor === 0 ? [entryOf(a, p), entryOf(b, q)] : [entryOf(b, q), entryOf(a, p)]
    sums.add(factor === 0 ? p : q, slope(own, other, entryOf(upstream, out)))
  })
  return sums.total()
}

export const matmul: Op = {
  name: 'matmul',
  notation: infix(
    (a, b) => (a?.shape.length === 1 && b?.shape.length === 1 ? mo('·') : invisibleTimes),
    strength.product,
  ),
  spelling: infixSpelling('@', strength.product),
  rule: matmulRule(() => ({ matmul, transpose, reshape, multiply })),
  shape: productShape,
  forward: (field, inputs) => {
    const value = product(field, input(inputs, 0), input(inputs, 1))
    if (value === null) throw new RangeError('factors that do not multiply')
    return { ok: true, value }
  },
  // For matrices dA = G B^T and dB = A^T G. Term by term the rule also holds for vectors and broadcast batches.
  vjp: (field, pass) => {
    const slope =
      <S>(field: TranscendentalField<S>) =>
      (_own: S, other: S, g: S) =>
        field.mul(g, other)
    return [0, 1].map(factor =>
      pass.wanted?.[factor] === false
        ? fillTensor(input(pass.inputs, factor).shape, field.zero)
        : into(field, pass, factor, slope(field)),
    )
  },
  mistakes: matmulMistakes({ forward: product, back: into }),
  samples: {
    fit: [
      [[3], [3]],
      [[2, 3], [3]],
      [[2], [2, 3]],
      [
        [2, 3],
        [3, 2],
      ],
      [
        [2, 2],
        [2, 2],
      ],
      [
        [1, 3],
        [3, 1],
      ],
      [
        [2, 2, 3],
        [3, 2],
      ],
      [
        [2, 1, 2, 2],
        [3, 2, 1],
      ],
      [
        [2, 2],
        [3, 2, 1],
      ],
      [[2, 2, 3], [3]],
      [[2], [3, 2, 1]],
    ].map(shapes => ({ shapes })),
    misfit: [
      [[], [2]],
      [[2, 2], []],
      [
        [3, 2],
        [3, 1],
      ],
      [[3], [2]],
      [
        [2, 1, 2],
        [3, 2, 1],
      ],
    ].map(shapes => ({ shapes })),
  },
}
