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
  usage: 'relu(x)',
  notation: named('relu'),
  conventions: [atZero('slope', 'relu has slope 0 at 0.')],
  rule: {
    entrywise: true,
    value: ({ inputs: [x] }) => `${x} where it is positive, 0 elsewhere`,
    back: ({ upstream, inputs }) => times(upstream, composed(step, [input(inputs, 0)])),
    backInWords: ({ inputs: [x], upstream }) => `${upstream} where ${x} > 0, and 0 where the unit is off`,
  },
  forward: (field, x) => wherePositive(field, x, x, field.zero),
  vjp: (field, x, g) => wherePositive(field, x, g, field.zero),
  vjpByOutput: (field, h, g) => wherePositive(field, h, g, field.zero),
  gate: true,
  mistakes: reluMistakes,
})
