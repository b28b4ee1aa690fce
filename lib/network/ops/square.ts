import { mn, msup } from '@/lib/exact/mathml'
import { message } from '@/lib/words/message'
import { unary } from '../elementwise'
import { numberExpr } from '../explain/compose'
import { enclose, strength } from '../notation'
import { input } from '../op'
import { squareMistakes } from '../wrong/power'
import { times } from './multiply'

export const square = unary({
  name: 'square',
  notation: ([x], _settings, shape) => ({
    mathml: msup(enclose(x, strength.atom), mn('2')),
    strength: strength.power,
    shape,
    signed: false,
  }),
  rule: {
    entrywise: true,
    value: ({ inputs }) => message('square.value', { x: input(inputs, 0) }),
    back: ({ upstream, inputs }) => times(upstream, times(numberExpr(2), input(inputs, 0))),
    backInWords: ({ inputs }) => message('square.back', { x: input(inputs, 0) }),
  },
  forward: (field, x) => field.mul(x, x),
  vjp: (field, x, g) => field.mul(g, field.add(x, x)),
  mistakes: squareMistakes,
})
