import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'

export const add = {
  'add.back': ({ input }: { input: Mathematics }) =>
    text`${input} is shared by several entries, so what arrives at them is summed`,
} satisfies Subject
