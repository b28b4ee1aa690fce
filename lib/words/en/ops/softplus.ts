import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'

export const softplus = {
  'softplus.back': ({ x }: { x: Mathematics }) => text`the slope of softplus is the sigmoid of ${x}`,
} satisfies Subject
