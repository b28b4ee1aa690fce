import type { Mathematics, Subject } from '../../argument'
import { lengths } from '../../shape'
import { text } from '../../text'

export const cross_entropy = {
  'cross-entropy.rows': () => 'cross_entropy goes along the last axis: one value for each row.',
  'cross-entropy.scalar': () => 'a scalar has no classes to choose from',
  'cross-entropy.target': ({ target, logits }: Record<'target' | 'logits', readonly number[]>) =>
    text`a target of ${lengths(target)} does not fit logits of ${lengths(logits)}`,
  'cross-entropy.value': ({ x, y }: { x: Mathematics; y: Mathematics }) =>
    text`minus ${y} times the logarithm of the softmax of ${x}, added up`,
  'cross-entropy.back': ({ x, y }: { x: Mathematics; y: Mathematics }) =>
    text`what arrives times (the softmax of ${x} minus ${y}), where ${y} adds up to one`,
} satisfies Subject
