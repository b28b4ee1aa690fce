import { brackets, mn, mo, mrow, msub } from '@/lib/exact/mathml'
import { entryOf, type Shape, sizeOf, stridesOf } from '@/lib/exact/tensor'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { Accumulator } from '../accumulator'
import { bracketed } from '../explain/spelling'
import { bare, strength } from '../notation'
import { fits, input, misfit, type Op, type Settings, type ShapeRule } from '../op'

/** What is taken along one axis: from one index to another, both counted from 1 and included. */
interface Range {
  readonly from: number
  readonly to: number
  /** Whether the axis stays; one index alone takes it away. */
  readonly stays: boolean
}

/** `kind` tells an index (0) from a range (1), and which of its ends are left out (2 the first, 4 the last). */
function rangeOf(kind: number, from: number, to: number, length: number): Range {
  return { from: kind & 2 ? 1 : from, to: kind & 4 ? length : to, stays: (kind & 1) === 1 }
}

/** The settings hold three numbers for each axis. */
function rangesOf(shape: Shape, settings: Settings): Range[] {
  return shape.map((length, axis) => {
    const [kind = 1, from = 1, to = 1] = settings.slice(3 * axis, 3 * axis + 3)
    return rangeOf(kind, from, to, length)
  })
}

function blockShape(shapes: readonly Shape[], settings: Settings): ShapeRule {
  const shape = input(shapes, 0)
  const found = settings.length / 3
  if (found !== shape.length) return misfit(message('block.indices', { shape, found }))
  const ranges = rangesOf(shape, settings)
  for (const [axis, range] of ranges.entries()) {
    const trouble = outside(range, shape, axis)
    if (trouble !== null) return misfit(trouble)
  }
  return fits(ranges.flatMap(({ from, to, stays }) => (stays ? [to - from + 1] : [])))
}

function outside({ from, to }: Range, shape: Shape, axis: number): Message | null {
  const length = shape[axis] ?? 1
  const along = shape.length === 1 ? null : axis + 1
  const odd = [from, to].find(index => index < 1 || index > length)
  if (odd !== undefined) return message('slice.outside', { index: odd, axis: along, length })
  return from > to ? message('slice.downwards', { from, to }) : null
}

/** The places of the entries that are taken, row by row. */
function takenPlaces(shape: Shape, settings: Settings): number[] {
  const strides = stridesOf(shape)
  let places = [0]
  for (const [axis, { from, to }] of rangesOf(shape, settings).entries()) {
    const stride = strides[axis] ?? 1
    const steps = Array.from({ length: to - from + 1 }, (_, i) => (from - 1 + i) * stride)
    places = places.flatMap(place => steps.map(step => place + step))
  }
  return places
}

/** Each axis as it is written: `1`, `:`, `2:3`, `2:`. */
function written(settings: Settings): string[] {
  return Array.from({ length: settings.length / 3 }, (_, axis) => {
    const [kind = 1, from = 1, to = 1] = settings.slice(3 * axis, 3 * axis + 3)
    if ((kind & 1) === 0) return String(from)
    return `${kind & 2 ? '' : from}:${kind & 4 ? '' : to}`
  })
}

/** `A[1,:]`, `A[:,2]`, `A[2:3,1:2]`: a row, a column, a block. */
export const block: Op = {
  name: 'block',
  setting: 'index',
  notation: ([x], settings, shape) => {
    const whole = bare(x)
    const parts = written(settings).map(part =>
      mrow(
        ...part.split(/(:)/).flatMap(piece => (piece === '' ? [] : [piece === ':' ? mo(':') : mn(piece)])),
      ),
    )
    return {
      mathml: msub(whole.startsWith('<mi>') ? whole : brackets(whole), mrow(parts.join(mo(',')))),
      strength: strength.atom,
      shape,
      signed: false,
    }
  },
  spelling: ([x], settings) => ({
    text: `${bracketed(x, strength.atom)}[${written(settings).join(',')}]`,
    strength: strength.atom,
  }),
  rule: { backInWords: () => message('slice.back') },
  shape: blockShape,
  forward: (_field, inputs, settings) => {
    const x = input(inputs, 0)
    const rule = blockShape([x.shape], settings)
    const data = takenPlaces(x.shape, settings).map(place => entryOf(x, place))
    return { ok: true, value: { shape: rule.ok ? rule.shape : [sizeOf(x.shape)], data } }
  },
  vjp: (field, { inputs, upstream, settings }) => {
    const { shape } = input(inputs, 0)
    const into = new Accumulator(field, shape)
    for (const [at, place] of takenPlaces(shape, settings).entries()) into.add(place, entryOf(upstream, at))
    return [into.total()]
  },
  samples: {
    fit: [
      { shapes: [[2, 3]], settings: [0, 1, 1, 7, 1, 1] },
      { shapes: [[2, 3]], settings: [7, 1, 1, 0, 2, 2] },
      { shapes: [[3, 3]], settings: [1, 2, 3, 7, 1, 1] },
      { shapes: [[4]], settings: [5, 2, 1] },
      { shapes: [[2, 3, 2]], settings: [0, 2, 2, 3, 1, 2, 7, 1, 1] },
    ],
    misfit: [
      { shapes: [[]], settings: [7, 1, 1] },
      { shapes: [[3]], settings: [1, 0, 2] },
      { shapes: [[3]], settings: [1, 2, 4] },
      { shapes: [[3]], settings: [1, 3, 2] },
      { shapes: [[2, 3]], settings: [7, 1, 1] },
      { shapes: [[2, 3]], settings: [0, 3, 3, 7, 1, 1] },
    ],
  },
}
