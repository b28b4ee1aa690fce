import { mn, mo, mrow, msup } from '@/lib/exact/mathml'
import { power as powerOf } from '@/lib/exact/power'
import { rational } from '@/lib/exact/rational'
import { mapTensor, zipTensors } from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import { indexFromOne } from '../elementwise'
import { composed, numberExpr } from '../explain/compose'
import { nothing } from '../explain/nothing'
import { bracketed } from '../explain/spelling'
import { enclose, strength } from '../notation'
import { fits, input, type Op } from '../op'
import { powerMistakes } from '../wrong/power'
import { times } from './multiply'

/** The largest exponent, in absolute value (docs/language.md 7). */
export const largestExponent = 64

/** `x^k`, entry by entry; its one setting is the integer k. `x^0` is 1 for every x, 0 included. */
export const power: Op = {
  name: 'power',
  setting: 'exponent',
  mistakes: powerMistakes,
  notation: ([x], [k = 0], shape) => ({
    mathml: msup(enclose(x, strength.atom), k < 0 ? mrow(mo('−', 'prefix'), mn(String(-k))) : mn(String(k))),
    strength: strength.power,
    shape,
    signed: false,
  }),
  spelling: ([x], [k = 0]) => ({
    text: `${bracketed(x, strength.atom)}^${k}`,
    strength: strength.power,
  }),
  rule: {
    entrywise: true,
    back: ({ upstream, inputs, settings: [k = 0] }) => {
      const x = input(inputs, 0)
      if (k === 0) return null
      const lower = k === 1 ? numberExpr(1) : k === 2 ? x : composed(power, [x], [k - 1])
      return times(upstream, times(numberExpr(k), lower))
    },
    typed: (way, _into) => (way.settings[0] === 0 ? nothing(way) : null),
    backInWords: ({ inputs, settings: [k] }) =>
      message(k === 2 ? 'square.back' : 'power.back', { x: input(inputs, 0) }),
  },
  shape: (shapes, [k = 0]) =>
    Math.abs(k) <= largestExponent
      ? fits(input(shapes, 0))
      : {
          ok: false,
          reason: message('power.over-the-limit', { exponent: k, most: largestExponent }),
          alone: true,
        },
  forward: (field, inputs, [k = 0]) => {
    const x = input(inputs, 0)
    const zero = k < 0 ? x.data.findIndex(entry => field.isZero(entry)) : -1
    if (zero >= 0) {
      const index = indexFromOne(x.shape, zero)
      return { ok: false, reason: message('power.of-zero', { exponent: k, index }) }
    }
    return { ok: true, value: mapTensor(x, entry => powerOf(field, entry, k)) }
  },
  vjp: (field, { inputs, upstream, settings: [k = 0] }) => {
    const factor = field.fromRational(rational(k))
    return [
      zipTensors(input(inputs, 0), upstream, (x, g) =>
        k === 0 ? field.zero : field.mul(g, field.mul(factor, powerOf(field, x, k - 1))),
      ),
    ]
  },
  samples: {
    fit: [-2, -1, 0, 1, 2, 3].flatMap(k => [
      { shapes: [[]], settings: [k] },
      { shapes: [[2, 2]], settings: [k] },
    ]),
    misfit: [
      { shapes: [[]], settings: [65] },
      { shapes: [[2]], settings: [-65] },
    ],
  },
}
