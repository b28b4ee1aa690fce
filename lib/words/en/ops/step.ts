import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'

export const step = {
  'step.value-at-zero': () => 'step(0) is 0.',
  'step.slope-at-zero': () => 'step has slope 0 at 0.',
  'step.value': ({ x }: { x: Mathematics }) => text`1 where ${x} > 0, 0 elsewhere`,
  'step.back': () => 'a step is flat wherever it has a slope',
} satisfies Subject
