import { entryOf, type Shape, type Tensor } from '@/lib/exact/tensor'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { axisTrouble } from './axis'
import {
  type Convention,
  fits,
  input,
  misfit,
  type Op,
  type Sample,
  type Settings,
  type ShapeRule,
} from './op'
import { reducedPlaces } from './reduction'

/** Shared by the ops that work on the lines along one axis (counted from 1): the last axis unless another is named. */

export function alongShape(shapes: readonly Shape[], [axis]: Settings): ShapeRule {
  const shape = input(shapes, 0)
  if (shape.length === 0) return misfit(message('shapes.nothing-to-go-along'))
  const trouble = axisTrouble(shape, axis ?? shape.length)
  return trouble === null ? fits(shape) : misfit(trouble)
}

/** A vector has only one axis, so nothing is said about it. */
export function byRows(sentence: Message): Convention {
  return { about: 'value', sentence, occurs: (_field, inputs) => input(inputs, 0).shape.length > 1 }
}

/** The places of the entries of each line, lines and entries in order. */
function linesAlong(shape: Shape, [axis = shape.length]: Settings): number[][] {
  const lines: number[][] = []
  for (const [place, line] of reducedPlaces(shape, [axis]).entries()) {
    const known = lines[line]
    if (known === undefined) lines[line] = [place]
    else known.push(place)
  }
  return lines
}

/** A tensor made line by line: each line from the same line of every input. The inputs have one shape. */
export function byLines<S>(
  tensors: readonly Tensor<S>[],
  settings: Settings,
  rule: (lines: readonly (readonly S[])[], nth: number) => readonly S[],
): Tensor<S> {
  const { shape } = input(tensors, 0)
  const data: S[] = []
  for (const [nth, places] of linesAlong(shape, settings).entries()) {
    const lines = tensors.map(tensor => places.map(place => entryOf(tensor, place)))
    const made = rule(lines, nth)
    for (const [at, place] of places.entries()) data[place] = input(made, at)
  }
  return { shape, data }
}

/** What each line comes to, lines in order. The inputs have one shape. */
export function ofLines<S>(
  tensors: readonly Tensor<S>[],
  settings: Settings,
  rule: (lines: readonly (readonly S[])[]) => S,
): S[] {
  return linesAlong(input(tensors, 0).shape, settings).map(places =>
    rule(tensors.map(tensor => places.map(place => entryOf(tensor, place)))),
  )
}

/** Makes one entry from the same line of every input, along the last axis, which is dropped. */
export function ofRows<S>(
  tensors: readonly Tensor<S>[],
  rule: (lines: readonly (readonly S[])[]) => S,
): Tensor<S> {
  const { shape } = input(tensors, 0)
  return { shape: shape.slice(0, -1), data: ofLines(tensors, [], rule) }
}

const fit: Sample[] = [
  { shapes: [[3]] },
  { shapes: [[1]] },
  { shapes: [[2, 3]] },
  { shapes: [[3, 2]], settings: [1] },
  { shapes: [[2, 2, 2]], settings: [2] },
]

export const alongSamples: Op['samples'] = {
  fit,
  misfit: [{ shapes: [[]] }, { shapes: [[3]], settings: [2] }, { shapes: [[2, 3]], settings: [0] }],
}
