import type { TranscendentalField } from '@/lib/exact/atoms'
import { rational } from '@/lib/exact/rational'
import { entryOf, mapTensor, type Tensor } from '@/lib/exact/tensor'
import { Accumulator } from '../accumulator'
import { input, type Settings } from '../op'
import { reducedCount, reducedPlaces } from '../reduction'
import { type OpMistakes, type Wrong, wrong } from './wrong'

/** The mean along the other axis of a square matrix, which has the same shape. */
function acrossOther<S>(field: TranscendentalField<S>, x: Tensor<S>, settings: Settings): Wrong<S>[] {
  const [rows, columns] = x.shape
  const [axis] = settings
  if (axis === undefined || x.shape.length !== 2 || rows !== columns || rows === undefined) return []
  const sums = new Accumulator(field, [rows])
  for (const [place, to] of reducedPlaces(x.shape, [3 - axis]).entries()) sums.add(to, entryOf(x, place))
  const count = field.fromRational(rational(rows))
  return [
    wrong(
      'mean-over-wrong-axis',
      mapTensor(sums.total(), sum => field.div(sum, count)),
    ),
  ]
}

/** The 1/n of a mean left out (x n), or put in twice; the mean over the other axis. */
export const meanMistakes = (countOf: typeof reducedCount = reducedCount): OpMistakes => ({
  forward: (field, { inputs, output, settings }) => {
    const count = field.fromRational(rational(countOf(input(inputs, 0).shape, settings)))
    return [
      ...acrossOther(field, input(inputs, 0), settings),
      wrong(
        'mean-sum',
        mapTensor(output, entry => field.mul(entry, count)),
      ),
      wrong(
        'mean-sum',
        mapTensor(output, entry => field.div(entry, count)),
      ),
    ]
  },
  back: (field, { inputs, upstream, settings }) => {
    const { shape } = input(inputs, 0)
    const count = field.fromRational(rational(countOf(shape, settings)))
    const places = reducedPlaces(shape, settings)
    const twice = mapTensor(upstream, g => field.div(g, field.mul(count, count)))
    return [upstream, twice].map(shares =>
      wrong('mean-sum', { shape, data: places.map(to => entryOf(shares, to)) }),
    )
  },
})
