import { msqrt } from '@/lib/exact/mathml'
import { rational } from '@/lib/exact/rational'
import { message } from '@/lib/words/message'
import { unary } from '../elementwise'
import { composed, numberExpr } from '../explain/compose'
import { bare, strength } from '../notation'
import { linkMistakes } from '../wrong/link'
import { divide } from './divide'
import { times } from './multiply'

/** The square root that is not negative. At 0 it has a value and no slope. */
export const sqrt = unary({
  name: 'sqrt',
  notation: ([x], _settings, shape) => ({
    mathml: msqrt(bare(x)),
    strength: strength.atom,
    shape,
    signed: false,
  }),
  rule: {
    entrywise: true,
    back: ({ upstream, output }) => composed(divide, [upstream, times(numberExpr(2), output)]),
    backInWords: () => message('sqrt.back'),
  },
  noValue: {
    refuses: (field, x) => field.sign(x) < 0,
    reason: index => message('sqrt.negative', { index }),
  },
  noSlope: {
    refuses: (field, x) => field.isZero(x),
    reason: index => message('sqrt.no-slope', { index }),
  },
  forward: (field, x) => field.sqrt(x),
  vjp: (field, x, g) => field.div(g, twice(field, field.sqrt(x))),
  vjpByOutput: (field, h, g) => (field.isZero(h) ? null : field.div(g, twice(field, h))),
  mistakes: linkMistakes,
  entries: [rational(1), rational(2), rational(1, 3), rational(9, 4), rational(8)],
})

function twice<S>(field: { add(a: S, b: S): S }, root: S): S {
  return field.add(root, root)
}
