import { tanh } from '@/lib/exact/elementary'
import { zipTensors } from '@/lib/exact/tensor'
import { input } from '../op'
import { type OpMistakes, tried } from './wrong'

/** The slope 1 - a^2 of a tanh with z in the place of a, or the sigmoid's a(1 - a) instead. */
export const tanhMistakes: OpMistakes = {
  back: (field, { inputs, output, upstream }) => {
    const { one, mul, sub } = field
    return tried(
      ['tanh-from-z', () => zipTensors(input(inputs, 0), upstream, (z, g) => mul(g, sub(one, mul(z, z))))],
      ['tanh-from-z', () => zipTensors(output, upstream, (a, g) => mul(g, mul(a, sub(one, a))))],
      [
        'tanh-slope-twice',
        () =>
          zipTensors(output, upstream, (a, g) => {
            const again = tanh(field, a)
            return mul(g, sub(one, mul(again, again)))
          }),
      ],
      ['slope-cut', () => zipTensors(output, upstream, (a, g) => mul(g, sub(one, a)))],
      ['slope-cut', () => zipTensors(output, upstream, (a, g) => mul(g, a))],
      ['forward-as-gradient', () => output],
      ['link-dropped', () => upstream],
    )
  },
}
