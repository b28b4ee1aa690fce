import { mapTensor } from '@/lib/exact/tensor'
import { input } from '../op'
import { type OpMistakes, tried } from './wrong'

/** The gradient let through where x was cut off. */
export const clipMistakes: OpMistakes = {
  back: (field, { inputs, output, upstream }, into) => {
    if (into !== 0) return []
    const x = input(inputs, 0)
    const kept = x.data.map((entry, at) => {
      const out = output.data[at]
      return out !== undefined && field.isZero(field.sub(entry, out))
    })
    const inverted = () => mapTensor(upstream, (g, at) => (kept[at] ? field.zero : g))
    return tried(['mask-omitted', () => upstream], ['mask-inverted', inverted])
  },
}
