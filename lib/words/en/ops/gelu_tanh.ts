import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'

export const gelu_tanh = {
  'gelu-tanh.value': ({ x }: { x: Mathematics }) =>
    text`${x} times (1 + tanh u)/2 with u = √(2/π) (t + 0.044715 t^3) at t = ${x}, entry by entry`,
  'gelu-tanh.back': ({ x }: { x: Mathematics }) =>
    text`the slope of a product: (1 + tanh u)/2 plus ${x} times its own slope (1 - tanh(u)^2)/2 times √(2/π) (1 + 0.134145 t^2), with u = √(2/π) (t + 0.044715 t^3) at t = ${x}`,
} satisfies Subject
