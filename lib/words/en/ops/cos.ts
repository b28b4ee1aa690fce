import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'

export const cos = {
  'cos.back': ({ x }: { x: Mathematics }) => text`the slope of a cosine is minus the sine of ${x}`,
} satisfies Subject
