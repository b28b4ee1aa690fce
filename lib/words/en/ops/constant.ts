import type { Subject } from '../../argument'
import { text } from '../../text'

export const constant = {
  'constant.length': ({ length }: { length: number }) =>
    text`a square cannot have ${length} rows: a length is an integer from 1`,
} satisfies Subject
