import { rational } from '@/lib/exact/rational'
import { entryOf, mapTensor, type Shape } from '@/lib/exact/tensor'
import { input, type Op, type Settings } from './op'
import { mean } from './ops/mean'
import { sum } from './ops/sum'
import { reducedCount, reducedPlaces } from './reduction'
import { meanMistakes } from './wrong/mean'

/**
 * A mean over fewer entries that is still divided by the number that the file has: what is checked in smaller shapes keeps its
 * 1/n. Any other op, and a mean over as many entries, is what it was.
 */
export function scaledMean(op: Op, file: Shape, own: Shape, settings: Settings): Op {
  const count = reducedCount(file, settings)
  if (op !== mean || count === reducedCount(own, settings)) return op
  const over = rational(count)
  return {
    ...mean,
    mistakes: meanMistakes(() => count),
    forward: (field, inputs, settings) => {
      const total = sum.forward(field, inputs, settings)
      if (!total.ok) return total
      const n = field.fromRational(over)
      return { ok: true, value: mapTensor(total.value, entry => field.div(entry, n)) }
    },
    vjp: (field, { inputs, upstream, settings }) => {
      const { shape } = input(inputs, 0)
      const n = field.fromRational(over)
      const shares = mapTensor(upstream, g => field.div(g, n))
      return [{ shape, data: reducedPlaces(shape, settings).map(to => entryOf(shares, to)) }]
    },
  }
}
