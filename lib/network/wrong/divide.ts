import { broadcastPlaces, broadcastTo, entryOf } from '@/lib/exact/tensor'
import { Accumulator } from '../accumulator'
import { input } from '../op'
import { linkMistakes } from './link'
import { type OpMistakes, tried } from './wrong'

/** `a / b`: u v' - u' v, with the terms of the quotient rule exchanged, which turns its sign; or no slope at all. */
export const quotientMistakes: OpMistakes = {
  back: (field, pass, into, site) => {
    const { inputs, output, upstream } = pass
    const turned = () => {
      const own = input(inputs, into)
      const sums = new Accumulator(field, own.shape)
      const places = broadcastPlaces(own.shape, upstream.shape)
      const bottom = broadcastTo(input(inputs, 1), upstream.shape)
      for (const [at, g] of upstream.data.entries()) {
        const down = field.div(g, entryOf(bottom, at))
        sums.add(places[at] ?? 0, into === 0 ? field.neg(down) : field.mul(down, entryOf(output, at)))
      }
      return sums.total()
    }
    const dropped = linkMistakes.back?.(field, pass, into, site) ?? []
    // Nobody needs the quotient rule to divide by a number.
    return site.operands[1] === 'number' ? dropped : [...dropped, ...tried(['quotient-order', turned])]
  },
}
