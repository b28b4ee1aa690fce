import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'
import { arriving } from './pieces'

type Elu = { x: Mathematics; alpha: Mathematics }

export const elu = {
  'elu.slope-at-zero': () => 'At 0 elu has the slope of its negative side, which is its alpha.',
  'elu.value': ({ x, alpha }: Elu) => text`${x} where it is positive, ${alpha} times (e^x - 1) elsewhere`,
  'elu.back': ({ x, alpha, upstream }: Elu & { upstream: Mathematics | null }) =>
    text`${arriving(upstream)} where ${x} > 0, and ${alpha} times e^x times it elsewhere`,
} satisfies Subject
