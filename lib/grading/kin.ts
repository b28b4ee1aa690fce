import type { MistakeId } from '@/lib/network'

/**
 * Mistakes that are one to a student, or have one question in common: the nearest to what is seen first, the most general last. An
 * answer that several of them give is asked about in the words of the first.
 */
const kin: readonly (readonly MistakeId[])[] = [
  ['ce-sign', 'bce-sign', 'residual-flip', 'link-dropped'],
  ['mean-square-bare', 'no-two', 'mean-sum', 'upstream-ignored'],
  ['missing-transpose', 'factor-order', 'transpose-answer', 'hadamard-for-matmul'],
  ['column-order', 'row-col-swap', 'transpose-answer'],
  ['preactivation-input', 'output-for-input'],
  [
    'mask-omitted',
    'mask-inverted',
    'mask-shifted',
    'guided',
    'mask-by-upstream-sign',
    'kink',
    'link-dropped',
  ],
  [
    'sigmoid-in-loss-twice',
    'sigmoid-slope-twice',
    'slope-cut',
    'tanh-slope-twice',
    'tanh-from-z',
    'link-dropped',
  ],
  ['softmax-diagonal', 'softmax-twice', 'link-dropped'],
  ['penalty-double', 'penalty-constant', 'link-dropped'],
  ['bias-unsummed', 'bias-one', 'bias-zero', 'upstream-ignored'],
  ['input-forgotten', 'link-dropped', 'upstream-ignored'],
  ['weight-forgotten', 'link-dropped', 'upstream-ignored'],
  ['batch-constants', 'norm-constants', 'sigma-constant'],
]

/** The one of these that the sentence names; null where they have nothing in common. */
export function nearest(mistakes: readonly MistakeId[]): MistakeId | null {
  const [only] = mistakes
  if (mistakes.length === 1) return only ?? null
  const family = kin.find(ids => mistakes.every(mistake => ids.includes(mistake)))
  return family?.find(id => mistakes.includes(id)) ?? null
}
