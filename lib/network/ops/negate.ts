import { mo, mrow } from '@/lib/exact/mathml'
import { message } from '@/lib/words/message'
import { unary } from '../elementwise'
import { below, composed } from '../explain/compose'
import { bracketed } from '../explain/spelling'
import type { Expr } from '../expr'
import { enclose, strength } from '../notation'
import type { Op } from '../op'
import { linkMistakes } from '../wrong/link'

export const negate: Op = unary({
  name: 'negate',
  notation: ([x], _settings, shape) => ({
    mathml: mrow(mo('−', 'prefix'), enclose(x, strength.product, true)),
    strength: strength.sign,
    shape,
    signed: true,
  }),
  spelling: ([x]) => ({ text: `-${bracketed(x, strength.sign)}`, strength: strength.sign }),
  rule: {
    entrywise: true,
    back: ({ upstream }) => negated(upstream),
    backInWords: () => message('negate.back'),
  },
  forward: (field, x) => field.neg(x),
  vjp: (field, _x, g) => field.neg(g),
  mistakes: linkMistakes,
})

/** The negated formula; a formula that begins with a minus sign loses it. */
export function negated(x: Expr | null): Expr | null {
  const root = x?.at(-1)
  const [of] = root?.kind === 'apply' && root.op === negate ? root.inputs : []
  return x === null || of === undefined ? composed(negate, [x]) : below(x, of)
}
