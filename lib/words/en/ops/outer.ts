import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'
import { arriving } from './pieces'

type Upstream = { upstream: Mathematics | null }

export const outer = {
  'outer.vectors': () => 'outer takes two vectors',
  'outer.value': ({ u, v }: { u: Mathematics; v: Mathematics }) =>
    text`each entry of ${u} times each entry of ${v}, row by row`,
  'outer.back-first': ({ v, upstream }: { v: Mathematics } & Upstream) =>
    text`each row of ${arriving(upstream)} times ${v}, products added up`,
  'outer.back-second': ({ u, upstream }: { u: Mathematics } & Upstream) =>
    text`each column of ${arriving(upstream)} times ${u}, products added up`,
} satisfies Subject
