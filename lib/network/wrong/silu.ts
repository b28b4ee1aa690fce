import { sigmoid } from '@/lib/exact/elementary'
import { zipTensors } from '@/lib/exact/tensor'
import { input } from '../op'
import { type OpMistakes, tried } from './wrong'

/** The product rule of x sigmoid(x) forgotten: one of its two terms, or the product of both slopes. */
export const siluMistakes: OpMistakes = {
  back: (field, { inputs, upstream }) => {
    const x = input(inputs, 0)
    const { mul, sub, one } = field
    const sloped = (slope: (x: typeof one, s: typeof one) => typeof one) => () =>
      zipTensors(x, upstream, (entry, g) => mul(g, slope(entry, sigmoid(field, entry))))
    return tried(
      ['product-of-derivatives', sloped((_x, s) => mul(s, sub(one, s)))],
      ['one-path', sloped((_x, s) => s)],
      ['one-path', sloped((x, s) => mul(x, mul(s, sub(one, s))))],
      ['link-dropped', () => upstream],
    )
  },
}
