import { fillTensor, mapTensor, type Shape, sizeOf, type Tensor, tensorOf } from '@/lib/exact/tensor'
import { type GraphNode, nodeOf } from '@/lib/network'
import { placeAt } from './entry'
import type { Index, Target } from './exercise'

export type JacobianTarget = Extract<Target, { kind: 'jacobian' }>

/** Whether the entries of a node stand in one line, so that they can be the rows or the columns of a matrix. */
export function isLine(shape: Shape): boolean {
  return shape.length < 2 || (shape.length === 2 && shape.includes(1))
}

/** A row for each entry of the one, a column for each entry of the other (numerator layout); an index leaves one entry. */
export function jacobianShape(of: Side, by: Side): Shape {
  return [lengthOf(of), lengthOf(by)]
}

interface Side {
  readonly shape: Shape
  readonly index: Index
}

function lengthOf({ shape, index }: Side): number {
  return index === null ? sizeOf(shape) : 1
}

/** Which entries of which nodes make the rows and the columns. */
export interface Jacobian<N extends GraphNode = GraphNode> {
  readonly of: N
  readonly by: N
  /** Places in the tensor of `of`, one for each row. */
  readonly rows: readonly number[]
  /** Places in the tensor of `by`, one for each column. */
  readonly columns: readonly number[]
}

export function jacobianIn<N extends GraphNode>(
  graph: ReadonlyMap<string, N>,
  { of, ofIndex, by, byIndex }: JacobianTarget,
): Jacobian<N> {
  const [top, bottom] = [nodeOf(graph, of), nodeOf(graph, by)]
  return { of: top, by: bottom, rows: placesOf(top.shape, ofIndex), columns: placesOf(bottom.shape, byIndex) }
}

function placesOf(shape: Shape, index: Index): number[] {
  if (index !== null) return [placeAt(shape, index)]
  return Array.from({ length: sizeOf(shape) }, (_, at) => at)
}

/** A gradient of 1 at one entry, of zeros elsewhere: what makes one row of a Jacobian. */
export function oneAt<S>(
  shape: Shape,
  place: number,
  field: { readonly zero: S; readonly one: S },
): Tensor<S> {
  return mapTensor(fillTensor(shape, field.zero), (zero, at) => (at === place ? field.one : zero))
}

/**
 * The matrix, of shape rows x columns, from what `rowOf` gives for each row: the slopes of that entry by all entries of `by`, in
 * its shape. Null where it gives none.
 */
export function jacobianFrom<S>(
  { rows, columns }: Jacobian,
  rowOf: (place: number, nth: number) => Tensor<S> | null,
): Tensor<S> | null {
  const data: S[] = []
  for (const [nth, place] of rows.entries()) {
    const row = rowOf(place, nth)
    if (row === null) return null
    for (const column of columns) {
      const slope = row.data[column]
      if (slope === undefined) return null
      data.push(slope)
    }
  }
  return tensorOf([rows.length, columns.length], data)
}
