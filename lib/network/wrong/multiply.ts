import type { TranscendentalField } from '@/lib/exact/atoms'
import { broadcastPlaces, broadcastTo, entryOf, type Tensor } from '@/lib/exact/tensor'
import { Accumulator } from '../accumulator'
import { input } from '../op'
import type { MistakeId } from './catalogue'
import { type Operand, type OpMistakes, type Wrong, wrong } from './wrong'

/** Which factor was left out, as the mistake calls it: a constant one is a link of a chain. */
export function forgotten(operands: readonly Operand[], into: number): MistakeId {
  if (operands[1 - into] === 'number') return 'link-dropped'
  if (operands[into] === 'parameter') return 'input-forgotten'
  return 'weight-forgotten'
}

/** The gradient into one factor, `slope(own, other, g)` for each pair of entries, summed where it was broadcast. */
function into<S>(
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

export const multiplyMistakes: OpMistakes = {
  back: (field, { inputs, upstream }, nth, { operands }) => {
    const pair = [input(inputs, nth), input(inputs, 1 - nth)] as const
    const found: Wrong<typeof field.zero>[] = [
      wrong(
        'own-value',
        into(field, pair, upstream, (own, _, g) => field.mul(own, g)),
      ),
      wrong(
        forgotten(operands, nth),
        into(field, pair, upstream, (_own, _other, g) => g),
      ),
    ]
    if (pair[1].data.some(entry => field.isZero(entry))) return found
    const divided = into(field, pair, upstream, (_, other, g) => field.div(g, other))
    return [...found, wrong('divide', divided)]
  },
}
