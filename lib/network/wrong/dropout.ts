import { broadcastTo, entryOf, mapTensor, zipTensors } from '@/lib/exact/tensor'
import { input } from '../op'
import { type OpMistakes, tried } from './wrong'

/** The mask without 1/keep, forward or back. */
export const dropoutMistakes: OpMistakes = {
  forward: (field, { inputs: [x, mask] }) =>
    tried(['dropout-scale', () => (x && mask ? zipTensors(x, broadcastTo(mask, x.shape), field.mul) : null)]),
  back: (field, { inputs, upstream }, into) => {
    if (into !== 0) return []
    const mask = broadcastTo(input(inputs, 1), upstream.shape)
    const keep = entryOf(input(inputs, 2), 0)
    return tried(
      ['dropout-scale', () => zipTensors(upstream, mask, field.mul)],
      ['mask-omitted', () => upstream],
      ['dropout-mask-omitted', () => mapTensor(upstream, g => field.div(g, keep))],
    )
  },
}
