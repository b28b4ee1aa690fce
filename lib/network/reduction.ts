import { indexOf, type Shape, sizeOf, stridesOf } from '@/lib/exact/tensor'
import { axisTrouble } from './axis'
import { fits, input, misfit, type Op, type Sample, type Settings, type ShapeRule } from './op'

/** Shared by the ops that add entries up: over everything, or along one axis (from 1), which is dropped. */

export function reducedShape(shapes: readonly Shape[], [axis]: Settings): ShapeRule {
  const shape = input(shapes, 0)
  if (axis === undefined) return fits([])
  const trouble = axisTrouble(shape, axis)
  return trouble === null ? fits(shape.filter((_, nth) => nth !== axis - 1)) : misfit(trouble)
}

/** For each entry, the place in the output that it is added to. */
export function reducedPlaces(shape: Shape, [axis]: Settings): number[] {
  const places = Array.from({ length: sizeOf(shape) }, (_, place) => place)
  if (axis === undefined) return places.map(() => 0)
  const strides = stridesOf(shape.filter((_, nth) => nth !== axis - 1))
  return places.map(place =>
    indexOf(shape, place)
      .filter((_, nth) => nth !== axis - 1)
      .reduce((sum, i, nth) => sum + i * (strides[nth] ?? 0), 0),
  )
}

/** How many entries are added up into each one of the output. */
export function reducedCount(shape: Shape, [axis]: Settings): number {
  return axis === undefined ? sizeOf(shape) : (shape[axis - 1] ?? 1)
}

const fit: Sample[] = [
  { shapes: [[]] },
  { shapes: [[3]] },
  { shapes: [[2, 3]] },
  { shapes: [[3]], settings: [1] },
  { shapes: [[2, 3]], settings: [1] },
  { shapes: [[2, 3]], settings: [2] },
  { shapes: [[2, 3, 2]], settings: [2] },
]

export const reductionSamples: Op['samples'] = {
  fit,
  misfit: [
    { shapes: [[]], settings: [1] },
    { shapes: [[2, 3]], settings: [3] },
    { shapes: [[2, 3]], settings: [0] },
    { shapes: [[2, 3]], settings: [-1] },
  ],
}
