import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'
import { along } from './pieces'

export const norm = {
  'norm.slope-at-zero': () => 'norm has slope 0 where all entries are 0.',
  'norm.value': ({ x, axis }: { x: Mathematics; axis: number | null }) =>
    text`the root of the sum of the squares of ${x}${along(axis)}`,
  'norm.back': ({ x }: { x: Mathematics }) => text`${x} over its norm, times what arrives`,
} satisfies Subject
