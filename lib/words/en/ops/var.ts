import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'
import { along } from './pieces'

export const variance = {
  'var.over-n': () => 'var is the mean of the squares about the mean (over n, not n - 1).',
  'var.value': ({ x, axis }: { x: Mathematics; axis: number | null }) =>
    text`the mean of the squares of ${x} less its mean${along(axis)}`,
  'var.back': ({ x }: { x: Mathematics }) => text`twice ${x} less its mean, over the number of entries`,
} satisfies Subject
