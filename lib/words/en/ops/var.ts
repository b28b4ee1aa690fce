import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'
import { along } from './pieces'

export const variance = {
  'var.over-n': () => 'var is the mean of the squared differences from the mean (over n, not n - 1).',
  'var.value': ({ x, axis }: { x: Mathematics; axis: number | null }) =>
    text`the mean of the squared differences between ${x} and its mean${along(axis)}`,
  'var.back': ({ x }: { x: Mathematics }) =>
    text`twice the difference between ${x} and its mean, over the number of entries`,
} satisfies Subject
