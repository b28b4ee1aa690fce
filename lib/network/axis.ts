import { type Shape, sizeOf, type Tensor } from '@/lib/exact/tensor'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { input } from './op'

/** Cutting and joining along one axis: the gradient of the one is the other. Axes count from 1. */

/** Why a shape has no such axis; null where it has one. */
export function axisTrouble(shape: Shape, axis: number): Message | null {
  if (axis >= 1 && axis <= shape.length) return null
  if (shape.length === 0) return message('shapes.no-axes', { axis })
  return message('shapes.no-axis', { axis, shape })
}

/** The shape with another length along one axis. */
export function resized(shape: Shape, axis: number, length: number): Shape {
  return shape.map((own, nth) => (nth === axis - 1 ? length : own))
}

/** How many blocks of `data` lie side by side across the axis, and how many entries one step along it holds. */
function blocks(shape: Shape, axis: number): { count: number; step: number } {
  return { count: sizeOf(shape.slice(0, axis - 1)), step: sizeOf(shape.slice(axis)) }
}

/** The part of a tensor between two places along an axis (from 0): `from` is included, `to` is not. */
export function cut<S>({ shape, data }: Tensor<S>, axis: number, from: number, to: number): Tensor<S> {
  const { count, step } = blocks(shape, axis)
  const block = (shape[axis - 1] ?? 1) * step
  const parts = Array.from({ length: count }, (_, nth) =>
    data.slice(nth * block + from * step, nth * block + to * step),
  )
  return { shape: resized(shape, axis, to - from), data: parts.flat() }
}

/** Tensors one after another along an axis; their other lengths are the same. A length may be 0 here. */
export function join<S>(parts: readonly Tensor<S>[], axis: number): Tensor<S> {
  const first = input(parts, 0).shape
  const { count, step } = blocks(first, axis)
  const lengths = parts.map(({ shape }) => shape[axis - 1] ?? 1)
  const data: S[][] = []
  for (let nth = 0; nth < count; nth += 1) {
    for (const [of, length] of lengths.entries()) {
      const block = length * step
      data.push(input(parts, of).data.slice(nth * block, (nth + 1) * block))
    }
  }
  const total = lengths.reduce((sum, length) => sum + length, 0)
  return { shape: resized(first, axis, total), data: data.flat() }
}
