import type { TranscendentalField } from '@/lib/exact/atoms'
import { mi } from '@/lib/exact/mathml'
import { rational } from '@/lib/exact/rational'
import { entryOf, mapTensor, type Tensor } from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import { Accumulator } from '../accumulator'
import { composed, numberExpr } from '../explain/compose'
import { alongRows } from '../explain/rows'
import { type Expr, rootOf } from '../expr'
import { reducing } from '../notation'
import { type Convention, input, type Op, type Settings } from '../op'
import { reducedCount, reducedPlaces, reducedShape, reductionSamples } from '../reduction'
import { varianceMistakes } from '../wrong/var'
import { divide } from './divide'
import { mean } from './mean'
import { times } from './multiply'
import { subtract } from './subtract'

const overN: Convention = { about: 'value', sentence: message('var.over-n'), occurs: () => true }

/** The sums over everything or along an axis, each over the number of its terms. */
function means<S>(field: TranscendentalField<S>, x: Tensor<S>, settings: Settings): Tensor<S> {
  const rule = reducedShape([x.shape], settings)
  const sums = new Accumulator(field, rule.ok ? rule.shape : [])
  for (const [place, to] of reducedPlaces(x.shape, settings).entries()) sums.add(to, entryOf(x, place))
  const count = field.fromRational(rational(reducedCount(x.shape, settings)))
  return mapTensor(sums.total(), sum => field.div(sum, count))
}

/** Each entry less the mean that it is in. */
function centred<S>(field: TranscendentalField<S>, x: Tensor<S>, settings: Settings): Tensor<S> {
  const middle = means(field, x, settings)
  const places = reducedPlaces(x.shape, settings)
  return mapTensor(x, (entry, at) => field.sub(entry, entryOf(middle, places[at] ?? 0)))
}

/** The mean of the squares about the mean (over n, not n - 1), of all entries or along an axis, which is dropped. */
export const variance: Op = {
  name: 'var',
  setting: 'axis',
  notation: reducing(mi('var')),
  conventions: [overN],
  rule: {
    value: ({ inputs, settings: [axis = null] }) => message('var.value', { x: input(inputs, 0), axis }),
    back: ({ upstream, inputs, settings }) => {
      if (settings[0] !== undefined) return null
      const x = input(inputs, 0)
      const count = numberExpr(reducedCount(rootOf(x).shape, settings))
      const apart = composed(subtract, [x, composed(mean, [x])])
      return times(upstream, composed(divide, [times(numberExpr(2), apart), count]))
    },
    typed: ({ upstream, inputs, settings }) => {
      const [axis] = settings
      const x = input(inputs, 0)
      const lines = (each: Expr | null) => (axis === 2 ? alongRows(each, x) : axis === 1 ? each : null)
      const apart = composed(subtract, [x, lines(composed(mean, [x], settings))])
      const count = numberExpr(reducedCount(rootOf(x).shape, settings))
      return times(lines(upstream), composed(divide, [times(numberExpr(2), apart), count]))
    },
    backInWords: ({ inputs }) => message('var.back', { x: input(inputs, 0) }),
  },
  shape: reducedShape,
  forward: (field, inputs, settings) => {
    const apart = centred(field, input(inputs, 0), settings)
    return {
      ok: true,
      value: means(
        field,
        mapTensor(apart, entry => field.mul(entry, entry)),
        settings,
      ),
    }
  },
  // dx = 2 (x - mean) / n: what the mean sends back sums to 0.
  vjp: (field, { inputs, upstream, settings }) => {
    const x = input(inputs, 0)
    const places = reducedPlaces(x.shape, settings)
    const scale = field.fromRational(rational(2, reducedCount(x.shape, settings)))
    const apart = centred(field, x, settings)
    return [
      mapTensor(apart, (entry, at) => field.mul(field.mul(scale, entry), entryOf(upstream, places[at] ?? 0))),
    ]
  },
  mistakes: varianceMistakes(centred),
  samples: reductionSamples,
}
