import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'

export const multiply = {
  'multiply.back': ({ other }: { other: Mathematics }) => text`what arrives times the other factor, ${other}`,
} satisfies Subject
