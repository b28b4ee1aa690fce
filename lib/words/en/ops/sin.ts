import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'

export const sin = {
  'sin.back': ({ x }: { x: Mathematics }) => text`the slope of a sine is the cosine of ${x}`,
} satisfies Subject
