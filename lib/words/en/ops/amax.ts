import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'
import { along } from './pieces'

export const amax = {
  'amax.ties': () =>
    'Where several entries are the largest, amax takes the first, and passes the gradient to it alone.',
  'amax.value': ({ x, axis }: { x: Mathematics; axis: number | null }) =>
    text`the largest entry of ${x}${along(axis)}`,
  'amax.back': () => 'the largest entry gets the whole gradient, the others 0',
} satisfies Subject
