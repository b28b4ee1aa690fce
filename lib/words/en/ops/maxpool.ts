import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'

export const maxpool = {
  'maxpool.ties': () =>
    'Where several entries of a window are the largest, maxpool takes the first in reading order.',
  'maxpool.value': ({ x }: { x: Mathematics }) => text`the largest entry of each window of ${x}`,
  'maxpool.back': () =>
    'the entry that was taken from a window gets the whole gradient of the window, the others in it 0',
} satisfies Subject
