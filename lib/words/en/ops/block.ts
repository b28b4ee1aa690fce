import type { Subject } from '../../argument'
import { counted } from '../../plural'
import { lengths } from '../../shape'
import { text } from '../../text'

export const block = {
  'block.indices': ({ shape, found }: { shape: readonly number[]; found: number }) =>
    text`a part of ${lengths(shape)} takes ${counted(shape.length, 'index or range', 'indices or ranges')}, found ${found}`,
} satisfies Subject
