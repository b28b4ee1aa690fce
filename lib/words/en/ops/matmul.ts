import type { Mathematics, Subject } from '../../argument'
import { lengths } from '../../shape'
import { text, whole } from '../../text'
import { arriving } from './pieces'

type Factors = Record<'a' | 'b', Mathematics>

type Inner = {
  a: readonly number[]
  b: readonly number[]
  /** The lengths that should be the same. */
  inner: readonly [number, number]
}

export const matmul = {
  'matmul.scalar': () => '@ takes no scalars (write * to multiply by a number)',
  'matmul.inner': ({ a, b, inner }: Inner) =>
    text`${lengths(a)} @ ${lengths(b)} does not multiply (inner ${inner[0]} and ${inner[1]} differ)`,
  'matmul.batches': ({ a, b }: Record<'a' | 'b', readonly number[]>) =>
    text`${lengths(a)} @ ${lengths(b)} does not multiply (the axes before the last two do not broadcast)`,
  'matmul.value-of-vectors': ({ a, b }: Factors) => text`${a} times ${b}, entry by entry, added up`,
  'matmul.value': ({ a, b, left, right }: Factors & { left: 'row' | 'rows'; right: 'column' | 'columns' }) =>
    text`${left === 'row' ? a : whole(text`each row of ${a}`)} times ${right === 'column' ? b : whole(text`each column of ${b}`)}`,
  'matmul.back-left': ({ upstream, b }: { upstream: Mathematics | null; b: Mathematics }) =>
    text`entry (i, k) is row i of ${arriving(upstream)} times row k of ${b}`,
  'matmul.back-left-of-column': ({ upstream, b }: { upstream: Mathematics | null; b: Mathematics }) =>
    text`entry (i, k) is entry i of ${arriving(upstream)} times entry k of ${b}`,
  'matmul.back-right': ({ upstream, a }: { upstream: Mathematics | null; a: Mathematics }) =>
    text`entry (k, j) is column k of ${a} times column j of ${arriving(upstream)}`,
  'matmul.back-right-of-row': ({ upstream, a }: { upstream: Mathematics | null; a: Mathematics }) =>
    text`row k is entry k of ${a} times ${arriving(upstream)}`,
} satisfies Subject
