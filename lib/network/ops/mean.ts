import { mi } from '@/lib/exact/mathml'
import { rational } from '@/lib/exact/rational'
import { entryOf, mapTensor } from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import { composed, numberExpr } from '../explain/compose'
import { rootOf } from '../expr'
import { reducing } from '../notation'
import { input, type Op } from '../op'
import { reducedCount, reducedPlaces, reducedShape, reductionSamples } from '../reduction'
import { meanMistakes } from '../wrong/mean'
import { divide } from './divide'
import { sum } from './sum'

export const mean: Op = {
  name: 'mean',
  setting: 'axis',
  mistakes: meanMistakes(),
  notation: reducing(mi('mean')),
  rule: {
    value: ({ inputs, settings: [axis = null] }) => message('mean.value', { x: input(inputs, 0), axis }),
    back: (way, into) => {
      const passed = sum.rule?.back?.(way, into) ?? null
      const count = reducedCount(rootOf(input(way.inputs, 0)).shape, way.settings)
      return count === 1 ? passed : composed(divide, [passed, numberExpr(count)])
    },
    typed: (way, into) => {
      const count = reducedCount(rootOf(input(way.inputs, 0)).shape, way.settings)
      return composed(divide, [sum.rule?.typed?.(way, into) ?? null, numberExpr(count)])
    },
    backInWords: () => message('mean.back'),
  },
  shape: reducedShape,
  forward: (field, inputs, settings) => {
    const total = sum.forward(field, inputs, settings)
    if (!total.ok) return total
    const count = field.fromRational(rational(reducedCount(input(inputs, 0).shape, settings)))
    return { ok: true, value: mapTensor(total.value, entry => field.div(entry, count)) }
  },
  vjp: (field, { inputs, upstream, settings }) => {
    const { shape } = input(inputs, 0)
    const count = field.fromRational(rational(reducedCount(shape, settings)))
    const shares = mapTensor(upstream, g => field.div(g, count))
    return [{ shape, data: reducedPlaces(shape, settings).map(to => entryOf(shares, to)) }]
  },
  samples: reductionSamples,
}
