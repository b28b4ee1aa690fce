import type { Shape } from '../tensor'
import { mn, mo, mrow, mtext } from './elements'

/** `2 × 3`, or the word scalar: as the inside of a `<math>` element. Text outside of a token element would not show. */
export function shapeMathml(shape: Shape): string {
  return shape.length === 0 ? mtext('scalar') : mrow(shape.map(length => mn(String(length))).join(mo('×')))
}
