import { atZero, unary } from '../elementwise'
import { named } from '../notation'
import { reluMistakes } from '../wrong/relu'

export const relu = unary({
  name: 'relu',
  usage: 'relu(x)',
  notation: named('relu'),
  conventions: [atZero('slope', 'relu has slope 0 at 0.')],
  forward: (field, x) => (field.sign(x) > 0 ? x : field.zero),
  vjp: (field, x, g) => (field.sign(x) > 0 ? g : field.zero),
  vjpByOutput: (field, h, g) => (field.sign(h) > 0 ? g : field.zero),
  gate: true,
  mistakes: reluMistakes,
})
