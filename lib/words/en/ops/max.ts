import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'

export const max = {
  'max.ties': () => 'Where both are equal, max passes the gradient to its first argument.',
  'max.value': ({ a, b }: { a: Mathematics; b: Mathematics }) => text`the larger of ${a} and ${b}`,
  'max.back': () => 'the larger one gets the whole gradient, the other 0',
} satisfies Subject
