import type { Mathematics, Subject } from '../../argument'
import { lengths } from '../../shape'
import { text } from '../../text'

type Channels = {
  x: readonly number[]
  k: readonly number[]
  /** The channels of x, then those of each kernel. */
  channels: readonly [number, number]
}

export const conv1d = {
  'conv1d.unturned': () =>
    'conv1d does not turn the kernel round: its first entry meets the first entry of each window.',
  'conv1d.ranks': () =>
    'conv1d takes a vector and a vector, or channels x length (before it a batch) and outputs x channels x width',
  'conv1d.channels': ({ x, k, channels }: Channels) =>
    text`channels differ (${lengths(x)} has ${channels[0]}, each kernel of ${lengths(k)} takes ${channels[1]})`,
  'conv1d.too-wide': ({ width, length }: { width: number; length: number }) =>
    text`a kernel of width ${width} does not fit into length ${length} (no padding)`,
  'conv1d.value': ({ x, k }: { x: Mathematics; k: Mathematics }) =>
    text`${k} laid along ${x}, products added up at each place`,
  'conv1d.back-signal': () =>
    'each entry gets, from every place that it meets, the gradient times the kernel entry there',
  'conv1d.back-kernel': () =>
    'each kernel entry gets, from every place, the gradient times what it meets there',
} satisfies Subject
