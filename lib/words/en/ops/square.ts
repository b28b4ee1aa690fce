import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'

export const square = {
  'square.value': ({ x }: { x: Mathematics }) => text`${x} times itself`,
  'square.back': ({ x }: { x: Mathematics }) =>
    text`the slope of a square is twice its base, here twice ${x}`,
} satisfies Subject
