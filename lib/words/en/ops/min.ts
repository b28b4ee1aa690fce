import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'

export const min = {
  'min.ties': () => 'Where both are equal, min passes the gradient to its first argument.',
  'min.value': ({ a, b }: { a: Mathematics; b: Mathematics }) => text`the smaller of ${a} and ${b}`,
  'min.back': () => 'the smaller one gets the whole gradient, the other 0',
} satisfies Subject
