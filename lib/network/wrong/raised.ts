import { zipTensors } from '@/lib/exact/tensor'
import { input } from '../op'
import { type OpMistakes, tried } from './wrong'

/** The slope y x^(y-1) of `x^y` without y, or with y where it was. */
export const raisedMistakes: OpMistakes = {
  back: (field, { inputs, output, upstream }, into) => {
    if (into !== 0) return []
    const { mul, div, isZero, zero } = field
    const [x, y] = [input(inputs, 0), input(inputs, 1).data[0]]
    const kept = zipTensors(output, upstream, (value, g) => mul(g, mul(y ?? zero, value)))
    const powers = zipTensors(x, output, (entry, value) => (isZero(entry) ? zero : div(value, entry)))
    return tried(
      ['link-dropped', () => upstream],
      ['power-slope', () => zipTensors(powers, upstream, (power, g) => mul(g, power))],
      ['exponent-kept', () => kept],
    )
  },
}
