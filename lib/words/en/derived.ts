import type { Subject } from '../argument'
import { lengths } from '../shape'
import { text } from '../text'

/** Why inputs do not go together of functions that are put together of others. */
export const derived = {
  'derived.not-alike': ({ a, b }: { a: readonly number[]; b: readonly number[] }) =>
    text`they have two shapes (${lengths(a)} and ${lengths(b)}) where each entry has its own target`,
  'derived.two-products': () =>
    'this sign may be either product of two tensors: write * (entry by entry) or @ (of matrices)',
  'derived.dot': () => 'dot takes two vectors of one length',
  'derived.no-rows': () => 'nll takes rows of shares, not a scalar',
} satisfies Subject
