import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'
import { arriving } from './pieces'

export const relu = {
  'relu.slope-at-zero': () => 'relu has slope 0 at 0.',
  'relu.value': ({ x }: { x: Mathematics }) => text`${x} where it is positive, 0 elsewhere`,
  'relu.back': ({ x, upstream }: { x: Mathematics; upstream: Mathematics | null }) =>
    text`${arriving(upstream)} where ${x} > 0, and 0 where the unit is off`,
} satisfies Subject
