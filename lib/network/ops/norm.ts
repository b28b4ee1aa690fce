import type { TranscendentalField } from '@/lib/exact/atoms'
import { mn, mo, mrow, msub, mtext } from '@/lib/exact/mathml'
import { entryOf, mapTensor, type Tensor } from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import { Accumulator } from '../accumulator'
import { composed } from '../explain/compose'
import { alongRows } from '../explain/rows'
import { bare, strength } from '../notation'
import { type Convention, input, type Op, type Settings } from '../op'
import { reducedPlaces, reducedShape, reductionSamples } from '../reduction'
import { normMistakes } from '../wrong/norm'
import { divide } from './divide'
import { times } from './multiply'

/** Where all entries are 0 the root rises straight up every way, and the slope is said to be 0. */
const atZero: Convention = {
  about: 'slope',
  sentence: message('norm.slope-at-zero'),
  occurs: (field, inputs) => input(inputs, 0).data.every(entry => field.isZero(entry)),
}

function squares<S>(field: TranscendentalField<S>, x: Tensor<S>, settings: Settings): Tensor<S> {
  const rule = reducedShape([x.shape], settings)
  const sums = new Accumulator(field, rule.ok ? rule.shape : [])
  for (const [place, to] of reducedPlaces(x.shape, settings).entries()) {
    sums.add(to, field.mul(entryOf(x, place), entryOf(x, place)))
  }
  return sums.total()
}

/** The root of the sum of the squares, of all entries or along an axis, which is dropped. */
export const norm: Op = {
  name: 'norm',
  setting: 'axis',
  notation: ([x], [axis], shape) => {
    const bars = mrow(mo('‖'), bare(x), mo('‖'))
    const along = axis === undefined ? bars : msub(bars, mrow(mtext('axis\u00a0'), mn(String(axis))))
    return { mathml: along, strength: strength.atom, shape, signed: false }
  },
  conventions: [atZero],
  rule: {
    value: ({ inputs, settings: [axis = null] }) => message('norm.value', { x: input(inputs, 0), axis }),
    back: ({ upstream, inputs, output, settings: [axis] }) =>
      axis === undefined ? composed(divide, [times(upstream, input(inputs, 0)), output]) : null,
    typed: ({ upstream, inputs, output, settings: [axis] }) => {
      const x = input(inputs, 0)
      const scale = composed(divide, [upstream, output])
      if (axis === 1) return times(scale, x)
      return axis === 2 ? times(alongRows(scale, x), x) : null
    },
    backInWords: ({ inputs }) => message('norm.back', { x: input(inputs, 0) }),
  },
  shape: reducedShape,
  // The root of a dual number at 0 has no derivative, and here it is 0.
  forward: (field, inputs, settings) => ({
    ok: true,
    value: mapTensor(squares(field, input(inputs, 0), settings), sum =>
      field.isZero(sum) ? field.zero : field.sqrt(sum),
    ),
  }),
  vjp: (field, { inputs, output, upstream, settings }) => {
    const x = input(inputs, 0)
    const data = reducedPlaces(x.shape, settings).map((to, place) => {
      const length = entryOf(output, to)
      const slope = field.isZero(length) ? field.zero : field.div(entryOf(x, place), length)
      return field.mul(entryOf(upstream, to), slope)
    })
    return [{ shape: x.shape, data }]
  },
  mistakes: normMistakes,
  samples: reductionSamples,
}
