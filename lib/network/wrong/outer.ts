import { entryOf } from '@/lib/exact/tensor'
import { Accumulator } from '../accumulator'
import { input } from '../op'
import { forgotten } from './multiply'
import { type OpMistakes, tried } from './wrong'

/** The other vector forgotten, or the vector itself in its place. */
export const outerMistakes: OpMistakes = {
  back: (field, { inputs, upstream }, into, { operands }) => {
    const own = input(inputs, into)
    const columns = input(inputs, 1).data.length
    const summed = (part: (g: typeof field.zero, at: number) => typeof field.zero) => () => {
      const sums = new Accumulator(field, own.shape)
      for (const [at, g] of upstream.data.entries()) {
        const place = into === 0 ? Math.floor(at / columns) : at % columns
        sums.add(place, part(g, place))
      }
      return sums.total()
    }
    return tried(
      ['own-value', summed((g, place) => field.mul(g, entryOf(own, place)))],
      [forgotten(operands, into), summed(g => g)],
    )
  },
}
