import type { TranscendentalField } from '@/lib/exact/atoms'
import { rational } from '@/lib/exact/rational'
import { entryOf, type Shape } from '@/lib/exact/tensor'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { alongShape, byLines, ofLines } from './along'
import { indexFromOne } from './elementwise'
import { normalisedBack } from './explain/normalising'
import { named } from './notation'
import { type Convention, input, misfit, type Op, type Sample, type Settings, type ShapeRule } from './op'
import { dotOf, sumOf } from './softmax'
import { normalisingMistakes } from './wrong/normalising'

interface Normalised<S> {
  /** (x - mean) / sigma */
  readonly xhat: readonly S[]
  readonly sigma: S
}

/** One line minus its mean, over the root of its variance (over n, not n - 1) plus eps; null where that is 0. */
function normalised<S>(field: TranscendentalField<S>, x: readonly S[], eps: S): Normalised<S> | null {
  const mean = meanOf(field, x)
  const centred = x.map(entry => field.sub(entry, mean))
  const squares = centred.map(entry => field.mul(entry, entry))
  const spread = field.add(meanOf(field, squares), eps)
  if (field.isZero(spread)) return null
  const sigma = field.sqrt(spread)
  return { xhat: centred.map(entry => field.div(entry, sigma)), sigma }
}

function meanOf<S>(field: TranscendentalField<S>, x: readonly S[]): S {
  return field.div(sumOf(field, x), field.fromRational(rational(x.length)))
}

/** The gradient into one line: `own(xhat)` gives each entry's part, which is divided by sigma. */
export function lineInto<S>(
  field: TranscendentalField<S>,
  x: readonly S[],
  eps: S,
  own: (xhat: readonly S[]) => readonly S[],
): readonly S[] {
  const line = normalised(field, x, eps)
  // A line without spread was a fault of the forward pass.
  if (line === null) return x.map(() => field.zero)
  return own(line.xhat).map(entry => field.div(entry, line.sigma))
}

interface Normalising {
  readonly name: string
  /** The axis along which lines lie, from 1; null for the last one. */
  readonly axis: number | null
  readonly conventions: readonly Convention[]
  flat(row: readonly number[]): Message
}

/** The second input is one number; without it eps is 0. */
function normalisingShape(shapes: readonly Shape[], settings: Settings): ShapeRule {
  const eps = shapes[1] ?? []
  return eps.length > 0 ? misfit(message('normalising.eps', { found: eps })) : alongShape(shapes, settings)
}

const entries = [rational(0), rational(1, 100), rational(1, 2)]

const fit: readonly Sample[] = [
  ...[[4], [2], [2, 3], [2, 1, 2]].map(shape => ({ shapes: [shape] })),
  { shapes: [[3], []], entries: [null, entries] },
  { shapes: [[2, 2], []], entries: [null, entries] },
]

/** Each line along an axis less its mean and over its standard deviation. */
export function normalising({ name, axis, conventions, flat }: Normalising): Op {
  const settings = axis === null ? [] : [axis]
  return {
    name,
    notation: named(name),
    conventions,
    rule: { typed: (way, into) => normalisedBack(way, into, axis ?? way.shape.length) },
    shape: shapes => normalisingShape(shapes, settings),
    forward: (field, inputs) => {
      const x = input(inputs, 0)
      const eps = inputs[1] === undefined ? field.zero : entryOf(inputs[1], 0)
      if (field.sign(eps) < 0) return { ok: false, reason: message('normalising.below-zero') }
      let without: number | null = null
      const value = byLines([x], settings, ([line = []], nth) => {
        const made = normalised(field, line, eps)
        if (made === null) without ??= nth
        return made?.xhat ?? line
      })
      if (without === null) return { ok: true, value }
      const along = (axis ?? x.shape.length) - 1
      const row = indexFromOne(
        x.shape.filter((_, nth) => nth !== along),
        without,
      )
      return { ok: false, reason: flat(row) }
    },
    // dx = (g - mean g - xhat mean(g xhat)) / sigma: mean and sigma depend on every x of the line.
    // deps = - the sum of g xhat / (2 sigma^2), over all lines.
    vjp: (field, { inputs, upstream }) => {
      const x = input(inputs, 0)
      const eps = inputs[1] === undefined ? field.zero : entryOf(inputs[1], 0)
      const intoX = byLines([x, upstream], settings, ([x = [], g = []]) =>
        lineInto(field, x, eps, xhat => {
          const level = meanOf(field, g)
          const tilt = field.div(dotOf(field, g, xhat), field.fromRational(rational(x.length)))
          return g.map((g, i) => field.sub(field.sub(g, level), field.mul(input(xhat, i), tilt)))
        }),
      )
      if (inputs[1] === undefined) return [intoX]
      const parts = ofLines([x, upstream], settings, ([x = [], g = []]) => {
        const line = normalised(field, x, eps)
        if (line === null) return field.zero
        const twice = field.fromRational(rational(2))
        const square = field.mul(twice, field.mul(line.sigma, line.sigma))
        return field.neg(field.div(dotOf(field, g, line.xhat), square))
      })
      return [intoX, { shape: [], data: [sumOf(field, parts)] }]
    },
    mistakes: normalisingMistakes(lineInto, settings, axis === null ? 'norm-constants' : 'batch-constants'),
    samples: { fit, misfit: [{ shapes: [[]] }, { shapes: [[3], [3]] }] },
  }
}
