import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'

export const avgpool = {
  'avgpool.value': ({ x }: { x: Mathematics }) => text`the mean of each window of ${x}`,
  'avgpool.back': () =>
    'every entry gets, from each window that it lies in, the gradient over the size of the window',
} satisfies Subject
