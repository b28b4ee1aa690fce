import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'

export const silu = {
  'silu.value': ({ x }: { x: Mathematics }) => text`${x} times its own sigmoid, entry by entry`,
  'silu.back': ({ x }: { x: Mathematics }) =>
    text`the slope of a product: s + ${x} s (1 - s), where s is the sigmoid of ${x}`,
} satisfies Subject
