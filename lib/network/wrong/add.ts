import { broadcastPlaces, broadcastTo, entryOf, fillTensor, sizeOf } from '@/lib/exact/tensor'
import { input } from '../op'
import { type OpMistakes, wrong } from './wrong'

/** The most examples of a batch that are tried one by one; nobody works through a longer batch by hand. */
const mostExamples = 32

/** A bias: a parameter by itself, added to something computed. */
export const addMistakes: OpMistakes = {
  forward: (_field, { inputs, output }, { operands }) =>
    [0, 1].flatMap(nth => {
      const other = 1 - nth
      if (operands[nth] !== 'parameter' || operands[other] !== 'computed') return []
      return [wrong('bias-omitted', broadcastTo(input(inputs, other), output.shape))]
    }),
  back: (field, { inputs, upstream }, into, { operands }) => {
    if (operands[into] !== 'parameter' || operands[1 - into] !== 'computed') return []
    const { shape } = input(inputs, into)
    const found = [
      wrong('bias-one', fillTensor(shape, field.one)),
      wrong('bias-zero', fillTensor(shape, field.zero)),
    ]
    const examples = sizeOf(upstream.shape) / sizeOf(shape)
    if (examples === 1 || examples > mostExamples) return found
    // The places that share each entry of the bias; one example takes the place with the same number from each.
    const shared = Array.from({ length: sizeOf(shape) }, (): number[] => [])
    for (const [at, to] of broadcastPlaces(shape, upstream.shape).entries()) shared[to]?.push(at)
    const unsummed = Array.from({ length: examples }, (_, nth) =>
      wrong('bias-unsummed', { shape, data: shared.map(places => entryOf(upstream, places[nth] ?? 0)) }),
    )
    return [...found, ...unsummed]
  },
}
