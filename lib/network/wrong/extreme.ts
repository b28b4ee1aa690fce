import { entryOf } from '@/lib/exact/tensor'
import { input } from '../op'
import { reducedPlaces } from '../reduction'
import { type OpMistakes, wrong } from './wrong'

/** The gradient sent to every entry that was compared, not to the one that was taken. */
export const extremeMistakes: OpMistakes = {
  back: (_field, { inputs, upstream, settings }) => {
    const { shape } = input(inputs, 0)
    const data = reducedPlaces(shape, settings).map(to => entryOf(upstream, to))
    return [wrong('pool-spread', { shape, data })]
  },
}
