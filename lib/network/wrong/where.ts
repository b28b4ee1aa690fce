import type { TranscendentalField } from '@/lib/exact/atoms'
import { broadcastPlaces, entryOf, type Tensor } from '@/lib/exact/tensor'
import { Accumulator } from '../accumulator'
import { input } from '../op'
import { type OpMistakes, tried } from './wrong'

/** What arrives summed over the places of one input, whichever side was taken there. */
function everywhere<S>(field: TranscendentalField<S>, own: Tensor<S>, upstream: Tensor<S>): Tensor<S> {
  const into = new Accumulator(field, own.shape)
  const places = broadcastPlaces(own.shape, upstream.shape)
  for (const [at, place] of places.entries()) into.add(place, entryOf(upstream, at))
  return into.total()
}

/** The gradient sent to both sides, or to the side that was not taken. */
export const whereMistakes: OpMistakes = {
  back: (field, { inputs, upstream }, into) => {
    if (into === 0) return []
    const [condition, own] = [input(inputs, 0), input(inputs, into)]
    const all = () => everywhere(field, own, upstream)
    const other = () => {
      const open = broadcastPlaces(condition.shape, upstream.shape)
      const data = upstream.data.map((g, at) =>
        field.isZero(entryOf(condition, open[at] ?? 0)) === (into === 1) ? g : field.zero,
      )
      return everywhere(field, own, { shape: upstream.shape, data })
    }
    return tried(['where-both-sides', all], ['mask-inverted', other])
  },
}
