import type { TranscendentalField } from '@/lib/exact/atoms'
import { broadcastPlaces, sameShape, type Tensor } from '@/lib/exact/tensor'
import { Accumulator } from '../accumulator'
import { input, type Pass } from '../op'
import { type OpMistakes, type Wrong, wrong } from './wrong'

/** Passes on what arrives without a slope, summed over the places to which the input was broadcast. */
function dropped<S>(field: TranscendentalField<S>, { inputs, upstream }: Pass<S>, into: number): Tensor<S> {
  const { shape } = input(inputs, into)
  if (sameShape(shape, upstream.shape)) return upstream
  const sums = new Accumulator(field, shape)
  const places = broadcastPlaces(shape, upstream.shape)
  for (const [at, g] of upstream.data.entries()) sums.add(places[at] ?? 0, g)
  return sums.total()
}

const linkDropped = <S>(field: TranscendentalField<S>, pass: Pass<S>, into: number): Wrong<S>[] => [
  wrong('link-dropped', dropped(field, pass, into)),
]

/** A slope that is left out of the chain: the sign of `-x` and `abs(x)`, the 0 of `step(x)`, either one of `a / b`. */
export const linkMistakes: OpMistakes = { back: linkDropped }

/**
 * `a - b`: the sign on the way to b left out. In a loss this turns the residual round, which is a mistake with its
 * own name.
 */
export const subtractMistakes: OpMistakes = {
  back: (field, pass, into, { inLoss }) => (into === 0 || inLoss ? [] : linkDropped(field, pass, into)),
}
