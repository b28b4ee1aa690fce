import { message } from '@/lib/words/message'
import { atZero, unary } from '../elementwise'
import { composed } from '../explain/compose'
import { named } from '../notation'
import { input } from '../op'
import { wherePositive } from '../positive'
import { reluMistakes } from '../wrong/relu'
import { times } from './multiply'
import { step } from './step'

export const relu = unary({
  name: 'relu',
  notation: named('relu'),
  conventions: [atZero('slope', message('relu.slope-at-zero'))],
  rule: {
    entrywise: true,
    value: ({ inputs }) => message('relu.value', { x: input(inputs, 0) }),
    back: ({ upstream, inputs }) => times(upstream, composed(step, [input(inputs, 0)])),
    backInWords: ({ inputs, upstream }) => message('relu.back', { x: input(inputs, 0), upstream }),
  },
  forward: (field, x) => wherePositive(field, x, x, field.zero),
  vjp: (field, x, g) => wherePositive(field, x, g, field.zero),
  vjpByOutput: (field, h, g) => wherePositive(field, h, g, field.zero),
  gate: true,
  mistakes: reluMistakes,
})
