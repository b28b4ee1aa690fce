import { entryOf, type Shape, sizeOf, type Tensor } from '@/lib/exact/tensor'
import { type Wrong, wrong } from '@/lib/network'
import type { Numbers } from './numbers'

/** The right entries in the wrong places. */
export function arrangementMistakes<S>(id: string, numbers: Numbers<S>): Wrong<S>[] {
  const right = numbers.of(id)
  if (right === null || right.shape.length === 0 || right.shape.length > 2) return []
  const { shape } = right
  numbers.budget?.spend(sizeOf(shape) * 4)
  const [rows = 1, columns = 1] = shape
  const found: Wrong<S>[] = []
  if (shape.length === 2 && rows === columns) {
    found.push(
      wrong(
        'transpose-answer',
        placed(right, (i, j) => j * columns + i),
      ),
    )
  }
  // A square matrix becomes its transpose that way.
  if (rows > 1 && columns > 1 && rows !== columns) {
    const read = (i: number, j: number) => {
      const nth = i * columns + j
      return (nth % rows) * columns + Math.floor(nth / rows)
    }
    for (const from of [read, (i: number, j: number) => j * rows + i]) {
      found.push(wrong('column-order', placed(right, from)))
    }
  }
  for (const by of rows === 2 ? [1] : [1, rows - 1]) {
    if (rows > 1)
      found.push(
        wrong(
          'row-col-swap',
          placed(right, (i, j) => ((i + by) % rows) * columns + j),
        ),
      )
  }
  if (columns > 1)
    found.push(
      wrong(
        'row-col-swap',
        placed(right, (i, j) => i * columns + (columns - 1 - j)),
      ),
    )
  return found
}

/** A tensor of the same shape with, at row i and column j, the entry that stood at `from(i, j)`. */
function placed<S>(tensor: Tensor<S>, from: (i: number, j: number) => number): Tensor<S> {
  const { shape, data } = tensor
  const columns = columnsOf(shape)
  return { shape, data: data.map((_, at) => entryOf(tensor, from(Math.floor(at / columns), at % columns))) }
}

function columnsOf([, columns = 1]: Shape): number {
  return columns
}
