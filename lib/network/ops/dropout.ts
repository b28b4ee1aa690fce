import { mfrac, mo, mrow } from '@/lib/exact/mathml'
import { type Rational, rational } from '@/lib/exact/rational'
import { broadcastPlaces, broadcastShape, entryOf, type Shape, sameShape } from '@/lib/exact/tensor'
import { message } from '@/lib/words/message'
import { Accumulator } from '../accumulator'
import { indexFromOne } from '../elementwise'
import { composed } from '../explain/compose'
import { bare, enclose, strength } from '../notation'
import { fits, input, misfit, type Op, type ShapeRule } from '../op'
import { dropoutMistakes } from '../wrong/dropout'
import { divide } from './divide'
import { times } from './multiply'
import { negated } from './negate'

function dropoutShape(shapes: readonly Shape[]): ShapeRule {
  const [x, mask, keep] = [input(shapes, 0), input(shapes, 1), input(shapes, 2)]
  if (keep.length > 0) return misfit(message('dropout.keep-is-one-number'))
  const joined = broadcastShape(x, mask)
  if (joined !== null && sameShape(joined, x)) return fits(x)
  return misfit(message('dropout.mask-shape', { mask, x }))
}

const zeroOrOne: readonly Rational[] = [rational(0), rational(1)]
const shares: readonly Rational[] = [rational(1, 2), rational(3, 4), rational(1)]

/**
 * `dropout(x, mask, keep)`: x * mask / keep, where a given mask of 0 and 1 stands in for the draw and keep is the share
 * kept. All three get the gradient of that formula.
 */
export const dropout: Op = {
  name: 'dropout',
  // Shown as the formula itself, because students forget that dropout divides by the share.
  notation: ([x, mask, keep], _settings, shape) => ({
    mathml: mfrac(
      mrow(enclose(x, strength.product), mo('⊙'), enclose(mask, strength.product + 1, true)),
      bare(keep),
    ),
    strength: strength.sign,
    shape,
    signed: false,
  }),
  rule: {
    value: ({ inputs }) => {
      const [x, mask, keep] = [input(inputs, 0), input(inputs, 1), input(inputs, 2)]
      return message('dropout.value', { x, mask, keep })
    },
    entrywise: true,
    back: ({ upstream, inputs, output }, into) => {
      const [x, mask, keep] = [input(inputs, 0), input(inputs, 1), input(inputs, 2)]
      if (into === 2) return negated(composed(divide, [times(upstream, output), keep]))
      return composed(divide, [times(upstream, into === 0 ? mask : x), keep])
    },
    backInWords: ({ inputs, upstream }, into) => {
      const [mask, keep] = [input(inputs, 1), input(inputs, 2)]
      return into === 0 ? message('dropout.back', { upstream, mask, keep }) : null
    },
  },
  shape: dropoutShape,
  forward: (field, inputs) => {
    const [x, mask, share] = [input(inputs, 0), input(inputs, 1), input(inputs, 2)]
    const odd = mask.data.findIndex(m => !field.isZero(m) && !field.isZero(field.sub(m, field.one)))
    if (odd >= 0) {
      const reason = message('dropout.mask-entry', { index: indexFromOne(mask.shape, odd) })
      return { ok: false, reason }
    }
    const keep = entryOf(share, 0)
    if (field.sign(keep) <= 0 || field.sign(field.sub(field.one, keep)) < 0) {
      return { ok: false, reason: message('dropout.keep-is-a-share') }
    }
    const from = broadcastPlaces(mask.shape, x.shape)
    const data = x.data.map((entry, place) =>
      field.div(field.mul(entry, entryOf(mask, from[place] ?? 0)), keep),
    )
    return { ok: true, value: { shape: x.shape, data } }
  },
  vjp: (field, { inputs, output, upstream }) => {
    const [x, mask, share] = [input(inputs, 0), input(inputs, 1), input(inputs, 2)]
    const keep = entryOf(share, 0)
    const from = broadcastPlaces(mask.shape, x.shape)
    const [intoX, intoMask] = [new Accumulator(field, x.shape), new Accumulator(field, mask.shape)]
    const intoKeep = new Accumulator(field, share.shape)
    for (const [place, g] of upstream.data.entries()) {
      const scaled = field.div(g, keep)
      const to = from[place] ?? 0
      intoX.add(place, field.mul(scaled, entryOf(mask, to)))
      intoMask.add(to, field.mul(scaled, entryOf(x, place)))
      intoKeep.add(0, field.neg(field.mul(scaled, entryOf(output, place))))
    }
    return [intoX.total(), intoMask.total(), intoKeep.total()]
  },
  mistakes: dropoutMistakes,
  samples: {
    fit: [
      { shapes: [[3], [3], []], entries: [null, zeroOrOne, shares] },
      { shapes: [[2, 3], [3], []], entries: [null, zeroOrOne, shares] },
      { shapes: [[2, 3], [2, 1], []], entries: [null, zeroOrOne, shares] },
      { shapes: [[], [], []], entries: [null, zeroOrOne, shares] },
    ],
    misfit: [{ shapes: [[3], [2], []] }, { shapes: [[3], [2, 3], []] }, { shapes: [[3], [3], [1]] }],
  },
}
