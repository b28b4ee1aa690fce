import { entryOf, placeOf, type Shape, type Tensor } from '@/lib/exact/tensor'
import type { Index } from './exercise'

export function placeAt(shape: Shape, index: Index): number {
  return index === null
    ? 0
    : (placeOf(
        shape,
        index.map(i => i - 1),
      ) ?? -1)
}

/** The whole tensor, or the one entry that an index names. */
export function entryAt<S>(tensor: Tensor<S>, index: Index): Tensor<S> {
  return index === null ? tensor : { shape: [], data: [entryOf(tensor, placeAt(tensor.shape, index))] }
}
