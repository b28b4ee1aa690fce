import type { TranscendentalField } from '@/lib/exact/atoms'
import { atTies, binary } from '../elementwise'
import { named } from '../notation'
import { wherePositive } from '../positive'

/** Where the two are equal, the first is taken. */
function taken<S>(field: TranscendentalField<S>, a: S, b: S, first: S, second: S): S {
  return wherePositive(field, field.sub(b, a), second, first)
}

export const max = binary({
  name: 'max',
  sign: 'max',
  usage: 'max(a, b)',
  notation: named('max'),
  conventions: [atTies('Where both are equal, max passes the gradient to its first argument.')],
  rule: {
    entrywise: true,
    value: ({ inputs: [a, b] }) => `the greater one of ${a} and ${b}`,
    backInWords: () => 'the greater one gets the whole gradient, the other 0',
  },
  forward: (field, a, b) => taken(field, a, b, a, b),
  vjp: (field, a, b, g) => [taken(field, a, b, g, field.zero), taken(field, a, b, field.zero, g)],
})
