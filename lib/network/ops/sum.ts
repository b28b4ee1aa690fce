import { mn, mo, mrow, msub, mtext } from '@/lib/exact/mathml'
import { entryOf } from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import { Accumulator } from '../accumulator'
import { alongRows } from '../explain/rows'
import { enclose, strength } from '../notation'
import { input, type Op } from '../op'
import { reducedPlaces, reducedShape, reductionSamples } from '../reduction'

export const sum: Op = {
  name: 'sum',
  setting: 'axis',
  notation: ([x], [axis], shape) => {
    const sigma = axis === undefined ? mo('∑') : msub(mo('∑'), mrow(mtext('axis\u00a0'), mn(String(axis))))
    return {
      mathml: mrow(sigma, enclose(x, strength.power)),
      strength: strength.product,
      shape,
      signed: false,
    }
  },
  rule: {
    value: ({ inputs, settings: [axis = null] }) => message('sum.value', { x: input(inputs, 0), axis }),
    // Along the first axis alone the gradient broadcasts back by itself.
    back: ({ upstream, settings: [axis] }) => (axis === undefined || axis === 1 ? upstream : null),
    typed: ({ upstream, inputs, settings: [axis] }) =>
      axis === 2 ? alongRows(upstream, input(inputs, 0)) : null,
    backInWords: () => message('sum.back'),
  },
  shape: reducedShape,
  forward: (field, inputs, settings) => {
    const x = input(inputs, 0)
    const rule = reducedShape([x.shape], settings)
    const total = new Accumulator(field, rule.ok ? rule.shape : [])
    for (const [place, to] of reducedPlaces(x.shape, settings).entries()) total.add(to, entryOf(x, place))
    return { ok: true, value: total.total() }
  },
  vjp: (_field, { inputs, upstream, settings }) => {
    const { shape } = input(inputs, 0)
    return [{ shape, data: reducedPlaces(shape, settings).map(to => entryOf(upstream, to)) }]
  },
  samples: reductionSamples,
}
