import type { Subject } from '../../argument'
import { lengths as shape } from '../../shape'
import { text } from '../../text'

type Wide = { widths: readonly number[]; lengths: readonly number[]; pad: number }

export const conv2d = {
  'conv2d.unturned': () =>
    'conv2d does not turn the kernel round: its first entry meets the first entry of each window.',
  'conv2d.ranks': () =>
    'conv2d takes a matrix and a matrix, or channels x height x width (before it a batch) and outputs x channels x height x width',
  'conv2d.stride': ({ stride }: { stride: number }) =>
    text`a stride is an integer from 1, and this is ${stride}`,
  'conv2d.pad': ({ pad }: { pad: number }) => text`a padding is an integer from 0, and this is ${pad}`,
  'conv2d.too-wide': ({ widths, lengths, pad }: Wide) =>
    text`a kernel of ${shape(widths)} does not fit into ${shape(lengths)} with padding ${pad}`,
} satisfies Subject
