import { rational } from '@/lib/exact/rational'
import { message } from '@/lib/words/message'
import { binary } from '../elementwise'
import { composed } from '../explain/compose'
import { named } from '../notation'
import { input } from '../op'
import { wherePositive } from '../positive'
import { linkMistakes } from '../wrong/link'
import { abs } from './abs'
import { clip } from './clip'
import { times } from './multiply'
import { negated } from './negate'
import { relu } from './relu'
import { subtract } from './subtract'

/**
 * `huber(r, delta)`: r^2 / 2 within delta, delta (abs r - delta / 2) beyond. The slope is r cut off at delta on both sides,
 * so value and slope have no jump.
 */
export const huber = binary({
  name: 'huber',
  sign: 'huber',
  notation: named('huber'),
  rule: {
    entrywise: true,
    value: ({ inputs }) => message('huber.value', { r: input(inputs, 0), delta: input(inputs, 1) }),
    back: ({ upstream, inputs }, into) => {
      const [r, delta] = [input(inputs, 0), input(inputs, 1)]
      if (into === 0) return times(upstream, composed(clip, [r, negated(delta), delta]))
      return times(upstream, composed(relu, [composed(subtract, [composed(abs, [r]), delta])]))
    },
    backInWords: ({ inputs, upstream }, into) =>
      into === 0 ? message('huber.back', { r: input(inputs, 0), delta: input(inputs, 1), upstream }) : null,
  },
  noValue: {
    refuses: (field, delta) => field.sign(delta) <= 0,
    reason: index => message('huber.delta', { index }),
  },
  forward: (field, r, delta) => {
    const half = field.fromRational(rational(1, 2))
    const inside = field.mul(half, field.mul(r, r))
    const size = wherePositive(field, r, r, field.neg(r))
    const beyond = field.mul(delta, field.sub(size, field.mul(half, delta)))
    return wherePositive(field, field.sub(size, delta), beyond, inside)
  },
  vjp: (field, r, delta, g) => {
    const size = wherePositive(field, r, r, field.neg(r))
    const over = field.sub(size, delta)
    const cut = wherePositive(field, r, delta, field.neg(delta))
    const slope = wherePositive(field, over, cut, r)
    return [field.mul(g, slope), field.mul(g, wherePositive(field, over, over, field.zero))]
  },
  mistakes: linkMistakes,
  second: [rational(1), rational(1, 2), rational(2)],
})
