import type { TranscendentalField } from '@/lib/exact/atoms'
import { message } from '@/lib/words/message'
import { atTies, binary } from '../elementwise'
import { composed } from '../explain/compose'
import { named } from '../notation'
import { input } from '../op'
import { wherePositive } from '../positive'
import { greater_equal } from './greater_equal'
import { less } from './less'
import { times } from './multiply'

/** Where the two are equal, the first is taken. */
function taken<S>(field: TranscendentalField<S>, a: S, b: S, first: S, second: S): S {
  return wherePositive(field, field.sub(b, a), second, first)
}

export const max = binary({
  name: 'max',
  sign: 'max',
  notation: named('max'),
  conventions: [atTies(message('max.ties'))],
  rule: {
    entrywise: true,
    value: ({ inputs }) => message('max.value', { a: input(inputs, 0), b: input(inputs, 1) }),
    back: ({ upstream, inputs }, into) =>
      times(upstream, composed(into === 0 ? greater_equal : less, [input(inputs, 0), input(inputs, 1)])),
    backInWords: () => message('max.back'),
  },
  forward: (field, a, b) => taken(field, a, b, a, b),
  vjp: (field, a, b, g) => [taken(field, a, b, g, field.zero), taken(field, a, b, field.zero, g)],
})
