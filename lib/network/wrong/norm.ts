import { entryOf } from '@/lib/exact/tensor'
import { input } from '../op'
import { reducedPlaces } from '../reduction'
import { type OpMistakes, tried } from './wrong'

/** The gradient of the square of the norm, or that of a sum. */
export const normMistakes: OpMistakes = {
  back: (field, { inputs, upstream, settings }) => {
    const x = input(inputs, 0)
    const places = reducedPlaces(x.shape, settings)
    const each = (slope: (entry: typeof field.zero) => typeof field.zero) => () => ({
      shape: x.shape,
      data: places.map((to, place) => field.mul(entryOf(upstream, to), slope(entryOf(x, place)))),
    })
    return tried(
      ['link-dropped', each(entry => entry)],
      ['link-dropped', each(entry => field.add(entry, entry))],
    )
  },
}
