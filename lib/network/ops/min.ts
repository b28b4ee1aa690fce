import type { TranscendentalField } from '@/lib/exact/atoms'
import { message } from '@/lib/words/message'
import { atTies, binary } from '../elementwise'
import { composed } from '../explain/compose'
import { named } from '../notation'
import { input } from '../op'
import { wherePositive } from '../positive'
import { greater } from './greater'
import { less_equal } from './less_equal'
import { times } from './multiply'

/** Where the two are equal, the first is taken. */
function taken<S>(field: TranscendentalField<S>, a: S, b: S, first: S, second: S): S {
  return wherePositive(field, field.sub(a, b), second, first)
}

export const min = binary({
  name: 'min',
  sign: 'min',
  notation: named('min'),
  conventions: [atTies(message('min.ties'))],
  rule: {
    entrywise: true,
    value: ({ inputs }) => message('min.value', { a: input(inputs, 0), b: input(inputs, 1) }),
    back: ({ upstream, inputs }, into) =>
      times(upstream, composed(into === 0 ? less_equal : greater, [input(inputs, 0), input(inputs, 1)])),
    backInWords: () => message('min.back'),
  },
  forward: (field, a, b) => taken(field, a, b, a, b),
  vjp: (field, a, b, g) => [taken(field, a, b, g, field.zero), taken(field, a, b, field.zero, g)],
})
