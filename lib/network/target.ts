import type { TranscendentalField } from '@/lib/exact/atoms'
import { rational } from '@/lib/exact/rational'
import { entryOf, type Shape, sameShape, sizeOf, type Tensor } from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import { fits, input, misfit, type Pass, type Sample, type ShapeRule } from './op'
import { sumOf } from './softmax'

/** Shared by the losses that are means over all entries, each with its own target. */

export function targetShape(shapes: readonly Shape[]): ShapeRule {
  const [a, b] = [input(shapes, 0), input(shapes, 1)]
  return sameShape(a, b) ? fits([]) : misfit(message('derived.not-alike', { a, b }))
}

type Entry<S> = (a: S, y: S) => S

/** The mean of what each entry comes to with its target. */
export function meanOver<S>(
  field: TranscendentalField<S>,
  inputs: readonly Tensor<S>[],
  of: Entry<S>,
): Tensor<S> {
  const [a, y] = [input(inputs, 0), input(inputs, 1)]
  const terms = a.data.map((entry, at) => of(entry, entryOf(y, at)))
  return { shape: [], data: [field.div(sumOf(field, terms), countOf(field, a.shape))] }
}

/** A gradient of such a mean: each slope times what arrives, over the number of entries. */
export function slopes<S>(
  field: TranscendentalField<S>,
  { inputs, upstream }: Pass<S>,
  slope: Entry<S>,
  count: S = countOf(field, input(inputs, 0).shape),
): Tensor<S> {
  const [a, y] = [input(inputs, 0), input(inputs, 1)]
  const share = field.div(entryOf(upstream, 0), count)
  return { shape: a.shape, data: a.data.map((entry, at) => field.mul(share, slope(entry, entryOf(y, at)))) }
}

export function countOf<S>(field: TranscendentalField<S>, shape: Shape): S {
  return field.fromRational(rational(sizeOf(shape)))
}

export const targetShapes: readonly (readonly Shape[])[] = [
  [[], []],
  [[3], [3]],
  [
    [2, 2],
    [2, 2],
  ],
]

export const targetMisfits: readonly Sample[] = [
  { shapes: [[3], [2]] },
  { shapes: [[3, 1], [3]] },
  { shapes: [[3], []] },
]
