import { message } from '@/lib/words/message'
import { atZero, unary } from '../elementwise'
import { nothing } from '../explain/nothing'
import { named } from '../notation'
import { input } from '../op'
import { wherePositive } from '../positive'
import { linkMistakes } from '../wrong/link'

export const step = unary({
  name: 'step',
  notation: named('step'),
  conventions: [
    atZero('value', message('step.value-at-zero')),
    atZero('slope', message('step.slope-at-zero')),
  ],
  rule: {
    entrywise: true,
    value: ({ inputs }) => message('step.value', { x: input(inputs, 0) }),
    typed: nothing,
    backInWords: () => message('step.back'),
  },
  forward: (field, x) => wherePositive(field, x, field.one, field.zero),
  vjp: field => field.zero,
  mistakes: linkMistakes,
})
