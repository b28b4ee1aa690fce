import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'
import { along } from './pieces'

export const amin = {
  'amin.ties': () =>
    'Where several entries are the smallest, amin takes the first, and passes the gradient to it alone.',
  'amin.value': ({ x, axis }: { x: Mathematics; axis: number | null }) =>
    text`the smallest entry of ${x}${along(axis)}`,
  'amin.back': () => 'the smallest entry gets the whole gradient, the others 0',
} satisfies Subject
