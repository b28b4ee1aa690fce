import type { Mathematics, Subject } from '../../argument'
import { lengths } from '../../shape'
import { text } from '../../text'
import { arriving } from './pieces'

type Shapes = { condition: readonly number[]; a: readonly number[]; b: readonly number[] }
type Back = { condition: Mathematics; upstream: Mathematics | null }

export const where = {
  'where.shapes': ({ condition, a, b }: Shapes) =>
    text`${lengths(condition)}, ${lengths(a)} and ${lengths(b)} do not broadcast to one shape`,
  'where.value': ({ condition, a, b }: { condition: Mathematics; a: Mathematics; b: Mathematics }) =>
    text`${a} where ${condition}, ${b} elsewhere`,
  'where.back-first': ({ condition, upstream }: Back) =>
    text`${arriving(upstream)} where ${condition}, and 0 elsewhere`,
  'where.back-second': ({ condition, upstream }: Back) =>
    text`0 where ${condition}, and ${arriving(upstream)} elsewhere`,
} satisfies Subject
