import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'

export const transpose = {
  'transpose.value': ({ x }: { x: Mathematics }) => text`the rows of ${x} as columns`,
  'transpose.back': () => 'transposed back, rows for columns',
} satisfies Subject
