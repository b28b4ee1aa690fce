import { brackets, indexMathml, msub } from '@/lib/exact/mathml'
import { entryOf, placeOf, type Shape } from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import { Accumulator } from '../accumulator'
import { bracketed } from '../explain/spelling'
import { bare, strength } from '../notation'
import { fits, input, misfit, type Op, type Settings, type ShapeRule } from '../op'

function placeIn(shape: Shape, settings: Settings): number | null {
  return placeOf(
    shape,
    settings.map(i => i - 1),
  )
}

/** The scalar shape where an index (from 1) names one entry of a tensor, or why it does not. */
export function entryRule(shape: Shape, index: Settings): ShapeRule {
  if (shape.length === 0) return misfit(message('entry.scalar'))
  if (index.length !== shape.length) {
    return misfit(message('entry.indices', { shape, found: index.length }))
  }
  const axis = index.findIndex((i, nth) => i < 1 || i > (shape[nth] ?? 0))
  if (axis === -1) return fits([])
  return misfit(message('entry.outside', { index, axis: axis + 1, length: shape[axis] ?? 1 }))
}

/** One entry, `A[1,2]`; its settings are the index, counted from 1. */
export const entry: Op = {
  name: 'entry',
  setting: 'index',
  notation: ([x], settings, shape) => {
    const whole = bare(x)
    return {
      mathml: msub(whole.startsWith('<mi>') ? whole : brackets(whole), indexMathml(settings)),
      strength: strength.atom,
      shape,
      signed: false,
    }
  },
  spelling: ([x], settings) => ({
    text: `${bracketed(x, strength.atom)}[${settings.join(',')}]`,
    strength: strength.atom,
  }),
  rule: { backInWords: () => message('entry.back') },
  shape: (shapes, settings) => entryRule(input(shapes, 0), settings),
  forward: (_field, inputs, settings) => {
    const x = input(inputs, 0)
    return { ok: true, value: { shape: [], data: [entryOf(x, placeIn(x.shape, settings) ?? -1)] } }
  },
  vjp: (field, { inputs, upstream, settings }) => {
    const { shape } = input(inputs, 0)
    const into = new Accumulator(field, shape)
    into.add(placeIn(shape, settings) ?? -1, entryOf(upstream, 0))
    return [into.total()]
  },
  samples: {
    fit: [
      { shapes: [[3]], settings: [2] },
      { shapes: [[2, 3]], settings: [2, 1] },
      { shapes: [[2, 1, 2]], settings: [1, 1, 2] },
    ],
    misfit: [
      { shapes: [[]], settings: [1] },
      { shapes: [[3]], settings: [0] },
      { shapes: [[3]], settings: [4] },
      { shapes: [[2, 3]], settings: [1] },
      { shapes: [[2, 3]], settings: [1, 2, 3] },
      { shapes: [[2, 3]], settings: [2, 4] },
      { shapes: [[2, 3]], settings: [3, 1] },
    ],
  },
}
