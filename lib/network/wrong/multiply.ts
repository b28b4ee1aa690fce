import type { TranscendentalField } from '@/lib/exact/atoms'
import { broadcastPlaces, broadcastTo, entryOf, type Tensor } from '@/lib/exact/tensor'
import { Accumulator } from '../accumulator'
import { input } from '../op'
import type { MistakeId } from './catalogue'
import { type Operand, type OpMistakes, tried } from './wrong'

/**
 * The mistake that a left-out factor makes; it depends on what the factor is. A constant factor is a link of the
 * chain.
 */
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
    const { mul, div, isZero } = field
    const slope = (rule: (own: Entry, other: Entry, g: Entry) => Entry) => into(field, pair, upstream, rule)
    type Entry = typeof field.zero
    return tried(
      ['own-value', () => slope((own, _, g) => mul(own, g))],
      [forgotten(operands, nth), () => slope((_own, _other, g) => g)],
      ['divide', () => (pair[1].data.some(isZero) ? null : slope((_, other, g) => div(g, other)))],
    )
  },
}
