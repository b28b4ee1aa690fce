import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'

export const detach = {
  'detach.value': ({ x }: { x: Mathematics }) => text`${x} as it is`,
  'detach.back': () => 'detach stops the gradient: none of it goes on',
} satisfies Subject
