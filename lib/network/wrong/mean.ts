import { rational } from '@/lib/exact/rational'
import { entryOf, mapTensor } from '@/lib/exact/tensor'
import { input } from '../op'
import { reducedCount, reducedPlaces } from '../reduction'
import { type OpMistakes, wrong } from './wrong'

/** The 1/n of a mean left out (x n), or put in twice. */
export const meanMistakes: OpMistakes = {
  forward: (field, { inputs, output, settings }) => {
    const count = field.fromRational(rational(reducedCount(input(inputs, 0).shape, settings)))
    return [
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
    const count = field.fromRational(rational(reducedCount(shape, settings)))
    const places = reducedPlaces(shape, settings)
    const twice = mapTensor(upstream, g => field.div(g, field.mul(count, count)))
    return [upstream, twice].map(shares =>
      wrong('mean-sum', { shape, data: places.map(to => entryOf(shares, to)) }),
    )
  },
}
