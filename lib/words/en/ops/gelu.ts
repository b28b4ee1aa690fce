import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'

export const gelu = {
  'gelu.value': ({ x }: { x: Mathematics }) =>
    text`${x} times the share (1 + erf(${x}/√2))/2 of the normal distribution below it, entry by entry`,
  'gelu.back': ({ x }: { x: Mathematics }) =>
    text`the slope of a product: the share plus ${x} times its own slope e^(-t^2/2)/√(2π) at t = ${x}`,
} satisfies Subject
