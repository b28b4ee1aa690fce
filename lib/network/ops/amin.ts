import { message } from '@/lib/words/message'
import { extreme } from '../extreme'
import { input } from '../op'

/** The smallest entry, of all or along an axis; where several are, the first. */
export const amin = extreme({
  name: 'amin',
  up: -1,
  ties: message('amin.ties'),
  rule: {
    value: ({ inputs, settings: [axis = null] }) => message('amin.value', { x: input(inputs, 0), axis }),
    backInWords: () => message('amin.back'),
  },
})
