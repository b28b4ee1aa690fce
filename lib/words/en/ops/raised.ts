import type { Subject } from '../../argument'
import { text } from '../../text'
import { at } from './pieces'

export const raised = {
  'raised.negative': ({ index }: { index: readonly number[] }) =>
    text`no such power: the exponent is not an integer, and the base is below 0${at(index)}`,
} satisfies Subject
