import type { TranscendentalField } from '@/lib/exact/atoms'
import { rational } from '@/lib/exact/rational'
import { message } from '@/lib/words/message'
import { alongShape, byLines, byRows } from '../along'
import { indexFromOne } from '../elementwise'
import { named } from '../notation'
import { type Convention, input, type Op } from '../op'
import { dotOf, sumOf } from '../softmax'
import { layernormMistakes } from '../wrong/layernorm'

interface Normalised<S> {
  /** (x - mean) / sigma */
  readonly xhat: readonly S[]
  readonly sigma: S
}

/** One line minus its mean, over its standard deviation (with n and not n - 1); null for a line without spread. */
function normalised<S>(field: TranscendentalField<S>, x: readonly S[]): Normalised<S> | null {
  const mean = meanOf(field, x)
  const centred = x.map(entry => field.sub(entry, mean))
  const variance = meanOf(
    field,
    centred.map(entry => field.mul(entry, entry)),
  )
  if (field.isZero(variance)) return null
  const sigma = field.sqrt(variance)
  return { xhat: centred.map(entry => field.div(entry, sigma)), sigma }
}

function meanOf<S>(field: TranscendentalField<S>, x: readonly S[]): S {
  return field.div(sumOf(field, x), field.fromRational(rational(x.length)))
}

/** The gradient into one line: `own(xhat)` gives each entry's part, which is divided by sigma. */
function lineInto<S>(
  field: TranscendentalField<S>,
  x: readonly S[],
  own: (xhat: readonly S[]) => readonly S[],
): readonly S[] {
  const line = normalised(field, x)
  // A line without spread was a fault of the forward pass.
  if (line === null) return x.map(() => field.zero)
  return own(line.xhat).map(entry => field.div(entry, line.sigma))
}

const variance: Convention = {
  about: 'value',
  sentence: message('layernorm.variance'),
  occurs: () => true,
}

/** `layernorm(x)`: along the last axis, each row less its mean and over its standard deviation, with epsilon 0. */
export const layernorm: Op = {
  name: 'layernorm',
  notation: named('layernorm'),
  conventions: [variance, byRows(message('layernorm.rows'))],
  shape: alongShape,
  forward: (field, inputs) => {
    const x = input(inputs, 0)
    let flat: number | null = null
    const value = byLines([x], [], ([line = []], nth) => {
      const made = normalised(field, line)
      if (made === null) flat ??= nth
      return made?.xhat ?? line
    })
    if (flat === null) return { ok: true, value }
    const row = indexFromOne(x.shape.slice(0, -1), flat)
    return { ok: false, reason: message('layernorm.flat', { row }) }
  },
  // dx = (g - mean g - xhat mean(g xhat)) / sigma: mean and sigma depend on every x of the row.
  vjp: (field, { inputs, upstream }) => [
    byLines([input(inputs, 0), upstream], [], ([x = [], g = []]) =>
      lineInto(field, x, xhat => {
        const level = meanOf(field, g)
        const tilt = field.div(dotOf(field, g, xhat), field.fromRational(rational(x.length)))
        return g.map((g, i) => field.sub(field.sub(g, level), field.mul(input(xhat, i), tilt)))
      }),
    ),
  ],
  mistakes: layernormMistakes(lineInto),
  samples: {
    fit: [[4], [2], [2, 3], [2, 1, 2]].map(shape => ({ shapes: [shape] })),
    misfit: [{ shapes: [[]] }],
  },
}
