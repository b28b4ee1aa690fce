import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'
import { arriving } from './pieces'

type Leaky = { x: Mathematics; slope: Mathematics }

export const leaky_relu = {
  'leaky-relu.slope-at-zero': () => 'At 0 leaky_relu has the slope of its negative side.',
  'leaky-relu.value': ({ x, slope }: Leaky) => text`${x} where it is positive, ${slope} times it elsewhere`,
  'leaky-relu.back': ({ x, slope, upstream }: Leaky & { upstream: Mathematics | null }) =>
    text`${arriving(upstream)} where ${x} > 0, and ${slope} times it elsewhere`,
} satisfies Subject
