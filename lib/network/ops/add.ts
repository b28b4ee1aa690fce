import { mo } from '@/lib/exact/mathml'
import { message } from '@/lib/words/message'
import { binary } from '../elementwise'
import { infixSpelling } from '../explain/spelling'
import { infix, strength } from '../notation'
import { input } from '../op'
import { addMistakes } from '../wrong/add'

export const add = binary({
  name: 'add',
  sign: '+',
  notation: infix(() => mo('+'), strength.sum),
  spelling: infixSpelling('+', strength.sum),
  rule: {
    entrywise: true,
    back: ({ upstream }) => upstream,
    backInWords: ({ inputs }, into) => message('add.back', { input: input(inputs, into) }),
  },
  forward: (field, a, b) => field.add(a, b),
  vjp: (_field, _a, _b, g) => [g, g],
  mistakes: addMistakes,
})
