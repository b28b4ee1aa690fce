import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'
import { at } from './pieces'

export const embed = {
  'embed.from-one': () => 'The ids of embed count from 1.',
  'embed.scalar': () => 'a scalar has no rows to look up',
  'embed.no-row': ({ index, rows }: { index: readonly number[]; rows: number }) =>
    text`the id${at(index)} names no row of the table: ids are integers from 1 to ${rows}`,
  'embed.value': ({ table, of }: { table: Mathematics; of: 'entries' | 'rows' }) =>
    text`${of} of ${table}, looked up`,
  'embed.back': ({ of }: { of: 'entries' | 'rows' }) =>
    text`${of === 'rows' ? 'a row' : 'an entry'} gets the sum of what arrives at each place that looked it up`,
} satisfies Subject
