import type { TranscendentalField } from '@/lib/exact/atoms'
import { broadcastPlaces, broadcastTo, entryOf, type Tensor } from '@/lib/exact/tensor'
import { Accumulator } from '../accumulator'

/**
 * The gradient into one of two operands that go together entry by entry: `slope(own, other, g)` for each pair, summed over
 * the places at which an entry was broadcast.
 */
export function pairwise<S>(
  field: TranscendentalField<S>,
  [own, other]: readonly [Tensor<S>, Tensor<S>],
  upstream: Tensor<S>,
  slope: (own: S, other: S, g: S) => S,
): Tensor<S> {
  const sums = new Accumulator(field, own.shape)
  const places = broadcastPlaces(own.shape, upstream.shape)
  const others = broadcastTo(other, upstream.shape)
  for (const [at, g] of upstream.data.entries()) {
    const place = places[at] ?? 0
    sums.add(place, slope(entryOf(own, place), entryOf(others, at), g))
  }
  return sums.total()
}
