import type { TranscendentalField } from '@/lib/exact/atoms'
import { atTies, binary } from '../elementwise'
import { named } from '../notation'

/** Of two equal ones the first is taken. */
function firstWins<S>(field: TranscendentalField<S>, a: S, b: S): boolean {
  return field.sign(field.sub(a, b)) <= 0
}

export const min = binary({
  name: 'min',
  sign: 'min',
  usage: 'min(a, b)',
  notation: named('min'),
  conventions: [atTies('Where both are equal, min passes the gradient to its first argument.')],
  rule: {
    entrywise: true,
    value: ({ inputs: [a, b] }) => `the smaller one of ${a} and ${b}`,
    backInWords: () => 'the smaller one gets the whole gradient, the other 0',
  },
  forward: (field, a, b) => (firstWins(field, a, b) ? a : b),
  vjp: (field, a, b, g) => (firstWins(field, a, b) ? [g, field.zero] : [field.zero, g]),
})
