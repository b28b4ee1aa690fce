import type { Subject } from '../../argument'
import { lengths } from '../../shape'
import { text } from '../../text'

export const attention = {
  'attention.queries': () => 'the queries are one row or rows, a vector or a matrix',
  'attention.keys-and-values': () => 'keys and values are rows, each a matrix',
  'attention.lengths': ({ query, key }: { query: number; key: number }) =>
    text`a query of length ${query} does not fit a key of length ${key}`,
  'attention.counts': ({ keys, values }: { keys: number; values: number }) =>
    text`${keys} keys and ${values} values do not go together: each key has one value`,
  'attention.mask': ({ mask, scores }: { mask: readonly number[]; scores: readonly number[] }) =>
    text`a mask of ${lengths(mask)} does not fit the scores (${lengths(scores)}: queries x keys)`,
  'attention.scale': ({ found }: { found: readonly number[] }) =>
    text`the scale is one number, found ${lengths(found)}`,
} satisfies Subject
