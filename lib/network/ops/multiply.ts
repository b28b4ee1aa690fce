import { mo } from '@/lib/exact/mathml'
import { message } from '@/lib/words/message'
import { binary } from '../elementwise'
import { composed, isOne } from '../explain/compose'
import { infixSpelling } from '../explain/spelling'
import type { Expr } from '../expr'
import { infix, strength, type Written } from '../notation'
import { input, type Op } from '../op'
import { multiplyMistakes } from '../wrong/multiply'

/** The product of two tensors entry by entry is written ⊙, so that nobody takes it for the matrix product. */
function sign(left: Written | undefined, right: Written | undefined): string {
  return left?.shape.length && right?.shape.length ? mo('⊙') : mo('·')
}

export const multiply: Op = binary({
  name: 'multiply',
  sign: '*',
  notation: infix(sign, strength.product),
  spelling: infixSpelling('*', strength.product),
  rule: {
    entrywise: true,
    back: ({ upstream, inputs }, into) => times(upstream, input(inputs, 1 - into)),
    backInWords: ({ inputs }, into) => message('multiply.back', { other: input(inputs, 1 - into) }),
  },
  forward: (field, a, b) => field.mul(a, b),
  vjp: (field, a, b, g) => [field.mul(g, b), field.mul(g, a)],
  mistakes: multiplyMistakes,
})

/** A product of formulas, in which a factor 1 is left out. */
export function times(a: Expr | null, b: Expr | null): Expr | null {
  if (isOne(a)) return b
  return isOne(b) ? a : composed(multiply, [a, b])
}
