import { message } from '@/lib/words/message'
import { extreme } from '../extreme'
import { input } from '../op'

/** The largest entry, of all or along an axis; where several are, the first. */
export const amax = extreme({
  name: 'amax',
  up: 1,
  ties: message('amax.ties'),
  rule: {
    value: ({ inputs, settings: [axis = null] }) => message('amax.value', { x: input(inputs, 0), axis }),
    backInWords: () => message('amax.back'),
  },
})
