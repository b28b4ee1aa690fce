import { mn, msup } from '@/lib/exact/mathml'
import { unary } from '../elementwise'
import { numberExpr } from '../explain/compose'
import { enclose, strength } from '../notation'
import { input } from '../op'
import { squareMistakes } from '../wrong/power'
import { times } from './multiply'

export const square = unary({
  name: 'square',
  usage: 'square(x)',
  notation: ([x], _settings, shape) => ({
    mathml: msup(enclose(x, strength.atom), mn('2')),
    strength: strength.power,
    shape,
    signed: false,
  }),
  rule: {
    entrywise: true,
    value: ({ inputs: [x] }) => `${x} times itself`,
    back: ({ upstream, inputs }) => times(upstream, times(numberExpr(2), input(inputs, 0))),
    backInWords: ({ inputs: [x] }) => `a square has twice its base as slope, here twice ${x}`,
  },
  forward: (field, x) => field.mul(x, x),
  vjp: (field, x, g) => field.mul(g, field.add(x, x)),
  mistakes: squareMistakes,
})
