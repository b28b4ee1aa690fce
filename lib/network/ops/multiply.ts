import { mo } from '@/lib/exact/mathml'
import { binary } from '../elementwise'
import { infix, strength, type Written } from '../notation'
import { multiplyMistakes } from '../wrong/multiply'

/** Two tensors are multiplied element by element, which is written ⊙ so that nobody takes it for the matrix product. */
function sign(left: Written | undefined, right: Written | undefined): string {
  return left?.shape.length && right?.shape.length ? mo('⊙') : mo('·')
}

export const multiply = binary({
  name: 'multiply',
  sign: '*',
  notation: infix(sign, strength.product),
  forward: (field, a, b) => field.mul(a, b),
  vjp: (field, a, b, g) => [field.mul(g, b), field.mul(g, a)],
  mistakes: multiplyMistakes,
})
