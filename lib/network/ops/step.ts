import { atZero, unary } from '../elementwise'
import { named } from '../notation'
import { wherePositive } from '../positive'
import { linkMistakes } from '../wrong/link'

export const step = unary({
  name: 'step',
  usage: 'step(x)',
  notation: named('step'),
  conventions: [atZero('value', 'step(0) is 0.'), atZero('slope', 'step has slope 0 at 0.')],
  rule: {
    entrywise: true,
    value: ({ inputs: [x] }) => `1 where ${x} > 0, 0 elsewhere`,
    backInWords: () => 'a step is flat wherever it has a slope',
  },
  forward: (field, x) => wherePositive(field, x, field.one, field.zero),
  vjp: field => field.zero,
  mistakes: linkMistakes,
})
