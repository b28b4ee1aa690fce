import type { TranscendentalField } from '@/lib/exact/atoms'
import { mrow, msup } from '@/lib/exact/mathml'
import { rational } from '@/lib/exact/rational'
import { message } from '@/lib/words/message'
import { binary, indexFromOne } from '../elementwise'
import { composed, numberExpr } from '../explain/compose'
import { bracketed } from '../explain/spelling'
import { bare, enclose, strength } from '../notation'
import { input, type Op } from '../op'
import { raisedMistakes } from '../wrong/raised'
import { times } from './multiply'
import { subtract } from './subtract'

/** x^y = e^(y ln x) for x > 0. */
function raise<S>({ exp, log, mul }: TranscendentalField<S>, x: S, y: S): S {
  return exp(mul(y, log(x)))
}

const rule = binary({
  name: 'raised',
  sign: '^',
  notation: ([x, y], _settings, shape) => ({
    mathml: msup(enclose(x, strength.atom), mrow(bare(y))),
    strength: strength.power,
    shape,
    signed: false,
  }),
  spelling: ([x, y]) => ({
    text: `${bracketed(x, strength.atom)}^${bracketed(y, strength.atom)}`,
    strength: strength.power,
  }),
  rule: {
    entrywise: true,
    back: ({ upstream, inputs }, into) => {
      if (into !== 0) return null
      const [x, y] = [input(inputs, 0), input(inputs, 1)]
      return times(upstream, times(y, composed(raised, [x, composed(subtract, [y, numberExpr(1)])])))
    },
    backInWords: ({ inputs }, into) => (into === 0 ? message('power.back', { x: input(inputs, 0) }) : null),
  },
  forward: (field, x, y) => (field.sign(x) === 0 ? field.zero : raise(field, x, y)),
  vjp: (field, x, y, g) => {
    if (field.sign(x) === 0) return [field.zero, field.zero]
    const lower = raise(field, x, field.sub(y, field.one))
    const value = field.mul(x, lower)
    return [field.mul(g, field.mul(y, lower)), field.mul(g, field.mul(value, field.log(x)))]
  },
  mistakes: raisedMistakes,
})

const bases = [2, 0, 3, 1].map(n => rational(n))
const exponents = [rational(3, 2), rational(5, 2), rational(4, 3)]

/** `x^y` with one fixed y > 1 that is no integer, entry by entry: of 0 it is 0, and so is its slope there. */
export const raised: Op = {
  ...rule,
  forward: (field, inputs, settings) => {
    const x = input(inputs, 0)
    const below = x.data.findIndex(entry => field.sign(entry) < 0)
    if (below < 0) return rule.forward(field, inputs, settings)
    return { ok: false, reason: message('raised.negative', { index: indexFromOne(x.shape, below) }) }
  },
  samples: {
    fit: [[], [3], [2, 2]].map(shape => ({ shapes: [shape, []], entries: [bases, exponents] })),
    misfit: [{ shapes: [[2], [3]] }],
  },
}
