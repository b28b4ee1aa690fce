import { brackets, mn, mo, mrow, msub } from '@/lib/exact/mathml'
import { fillTensor, type Shape } from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import { axisTrouble, cut, join, resized } from '../axis'
import { bare, strength } from '../notation'
import { fits, input, misfit, type Op, type ShapeRule } from '../op'

function sliceShape(shape: Shape, axis: number, from: number, to: number): ShapeRule {
  const trouble = axisTrouble(shape, axis)
  if (trouble !== null) return misfit(trouble)
  const length = shape[axis - 1] ?? 0
  const outside = [from, to].find(place => place < 1 || place > length)
  if (outside !== undefined) {
    const along = shape.length === 1 ? null : axis
    return misfit(message('slice.outside', { index: outside, axis: along, length }))
  }
  if (from > to) return misfit(message('slice.downwards', { from, to }))
  return fits(resized(shape, axis, to - from + 1))
}

/** `slice(x, axis, from, to)`: what lies from one index to another along an axis, both included, counted from 1. */
export const slice: Op = {
  name: 'slice',
  setting: 'axis-or-index',
  notation: ([x], [axis = 0, from = 0, to = 0], shape) => {
    const whole = bare(x)
    const range = from === to ? [mn(String(from))] : [mn(String(from)), mo('…'), mn(String(to))]
    const along = shape.map((_, nth) => (nth === axis - 1 ? range.join('') : mo(':')))
    return {
      mathml: msub(whole.startsWith('<mi>') ? whole : brackets(whole), mrow(along.join(mo(',')))),
      strength: strength.atom,
      shape,
      signed: false,
    }
  },
  rule: { backInWords: () => message('slice.back') },
  shape: (shapes, [axis = 0, from = 0, to = 0]) => sliceShape(input(shapes, 0), axis, from, to),
  forward: (_field, inputs, [axis = 0, from = 0, to = 0]) => ({
    ok: true,
    value: cut(input(inputs, 0), axis, from - 1, to),
  }),
  // What the slice leaves out gets zeros.
  vjp: (field, { inputs, upstream, settings: [axis = 0, from = 0, to = 0] }) => {
    const { shape } = input(inputs, 0)
    const zeros = (length: number) => fillTensor(resized(shape, axis, length), field.zero)
    const length = shape[axis - 1] ?? 0
    return [join([zeros(from - 1), upstream, zeros(length - to)], axis)]
  },
  samples: {
    fit: [
      { shapes: [[4]], settings: [1, 2, 3] },
      { shapes: [[3]], settings: [1, 1, 3] },
      { shapes: [[3, 2]], settings: [1, 3, 3] },
      { shapes: [[2, 4]], settings: [2, 2, 4] },
      { shapes: [[2, 3, 2]], settings: [2, 1, 2] },
    ],
    misfit: [
      { shapes: [[]], settings: [1, 1, 1] },
      { shapes: [[3]], settings: [2, 1, 1] },
      { shapes: [[3]], settings: [1, 0, 2] },
      { shapes: [[3]], settings: [1, 2, 4] },
      { shapes: [[3]], settings: [1, 3, 2] },
      { shapes: [[2, 3]], settings: [1, 1, 3] },
    ],
  },
}
