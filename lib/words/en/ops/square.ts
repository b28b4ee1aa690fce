import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'

export const square = {
  'square.value': ({ x }: { x: Mathematics }) => text`${x} times itself`,
  'square.back': ({ x }: { x: Mathematics }) => text`a square has twice its base as slope, here twice ${x}`,
} satisfies Subject
