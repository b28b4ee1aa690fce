import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'

export const abs = {
  'abs.slope-at-zero': () => 'abs has slope 0 at 0.',
  'abs.value': ({ x }: { x: Mathematics }) => text`${x} without its sign`,
  'abs.back': ({ x }: { x: Mathematics }) => text`the gradient takes the sign of ${x}`,
} satisfies Subject
