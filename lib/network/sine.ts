import { message } from '@/lib/words/message'
import { unary } from './elementwise'
import { composed } from './explain/compose'
import { named } from './notation'
import { input, type Op } from './op'
import { times } from './ops/multiply'
import { negate } from './ops/negate'
import { cosineMistakes, sineMistakes } from './wrong/sine'

/** Each of the two names the other in its slope, so they stand together. */
export const sine: Op = unary({
  name: 'sin',
  notation: named('sin'),
  rule: {
    entrywise: true,
    back: ({ upstream, inputs }) => times(upstream, composed(cosine, [input(inputs, 0)])),
    backInWords: ({ inputs }) => message('sin.back', { x: input(inputs, 0) }),
  },
  forward: (field, x) => field.sin(x),
  vjp: (field, x, g) => field.mul(g, field.cos(x)),
  mistakes: sineMistakes,
})

export const cosine: Op = unary({
  name: 'cos',
  notation: named('cos'),
  rule: {
    entrywise: true,
    back: ({ upstream, inputs }) => composed(negate, [times(upstream, composed(sine, [input(inputs, 0)]))]),
    backInWords: ({ inputs }) => message('cos.back', { x: input(inputs, 0) }),
  },
  forward: (field, x) => field.cos(x),
  vjp: (field, x, g) => field.neg(field.mul(g, field.sin(x))),
  mistakes: cosineMistakes,
})
