import { rational } from '@/lib/exact/rational'
import { broadcastPlaces, broadcastShape, entryOf, type Shape, sameShape } from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import { Accumulator } from '../accumulator'
import { indexFromOne } from '../elementwise'
import { composed } from '../explain/compose'
import { named } from '../notation'
import { type Convention, fits, input, misfit, type Op, type ShapeRule } from '../op'
import { wherePositive } from '../positive'
import { clipMistakes } from '../wrong/clip'
import { less } from './less'
import { less_equal } from './less_equal'
import { times } from './multiply'

function clipShape(shapes: readonly Shape[]): ShapeRule {
  const x = input(shapes, 0)
  for (const bound of shapes.slice(1)) {
    const joined = broadcastShape(x, bound)
    if (joined === null || !sameShape(joined, x)) return misfit(message('clip.bounds', { x, bound }))
  }
  return fits(x)
}

/** At a bound itself the gradient passes, as between the two. */
const atBounds: Convention = {
  about: 'slope',
  sentence: message('clip.at-bounds'),
  occurs: (field, [x, ...bounds]) =>
    x !== undefined &&
    bounds.some(bound => {
      const places = broadcastPlaces(bound.shape, x.shape)
      return x.data.some((entry, at) => field.isZero(field.sub(entry, entryOf(bound, places[at] ?? 0))))
    }),
}

/** `clip(x, lo, hi)`: lo below lo, hi above hi, x between; the bounds get what arrives where they stand in for x. */
export const clip: Op = {
  name: 'clip',
  notation: named('clip'),
  conventions: [atBounds],
  rule: {
    entrywise: true,
    back: ({ upstream, inputs }, into) => {
      const [x, lo, hi] = [input(inputs, 0), input(inputs, 1), input(inputs, 2)]
      const inside = times(composed(less_equal, [lo, x]), composed(less_equal, [x, hi]))
      const cut = composed(less, into === 1 ? [x, lo] : [hi, x])
      return times(upstream, into === 0 ? inside : cut)
    },
    value: ({ inputs }) => {
      const [x, lo, hi] = [input(inputs, 0), input(inputs, 1), input(inputs, 2)]
      return message('clip.value', { x, lo, hi })
    },
    backInWords: ({ inputs, upstream }, into) => {
      const [x, lo, hi] = [input(inputs, 0), input(inputs, 1), input(inputs, 2)]
      return into === 0 ? message('clip.back', { x, lo, hi, upstream }) : null
    },
  },
  shape: clipShape,
  forward: (field, inputs) => {
    const [x, lo, hi] = [input(inputs, 0), input(inputs, 1), input(inputs, 2)]
    const [below = [], above = []] = [lo, hi].map(bound => broadcastPlaces(bound.shape, x.shape))
    const bounds = (at: number) => [entryOf(lo, below[at] ?? 0), entryOf(hi, above[at] ?? 0)] as const
    const crossed = x.data.findIndex((_, at) => field.sign(field.sub(bounds(at)[1], bounds(at)[0])) < 0)
    if (crossed >= 0) {
      return { ok: false, reason: message('clip.crossed', { index: indexFromOne(x.shape, crossed) }) }
    }
    const data = x.data.map((entry, at) => {
      const [low, high] = bounds(at)
      const up = wherePositive(field, field.sub(low, entry), low, entry)
      return wherePositive(field, field.sub(entry, high), high, up)
    })
    return { ok: true, value: { shape: x.shape, data } }
  },
  vjp: (field, { inputs, upstream }) => {
    const [x, lo, hi] = [input(inputs, 0), input(inputs, 1), input(inputs, 2)]
    const [below = [], above = []] = [lo, hi].map(bound => broadcastPlaces(bound.shape, x.shape))
    const [intoX, intoLo, intoHi] = [x, lo, hi].map(({ shape }) => new Accumulator(field, shape))
    for (const [at, g] of upstream.data.entries()) {
      const entry = entryOf(x, at)
      const under = field.sub(entryOf(lo, below[at] ?? 0), entry)
      const over = field.sub(entry, entryOf(hi, above[at] ?? 0))
      const inside = wherePositive(field, under, field.zero, g)
      intoX?.add(at, wherePositive(field, over, field.zero, inside))
      intoLo?.add(below[at] ?? 0, wherePositive(field, under, g, field.zero))
      intoHi?.add(above[at] ?? 0, wherePositive(field, over, g, field.zero))
    }
    return [intoX, intoLo, intoHi].flatMap(into => into?.total() ?? [])
  },
  mistakes: clipMistakes,
  samples: {
    fit: [
      [[3], [], []],
      [[2, 3], [], [3]],
      [[], [], []],
    ].map(shapes => ({
      shapes,
      entries: [null, [rational(-1), rational(-1, 2)], [rational(1), rational(1, 2)]],
    })),
    misfit: [{ shapes: [[3], [2], []] }, { shapes: [[3], [], [2, 3]] }],
  },
}
