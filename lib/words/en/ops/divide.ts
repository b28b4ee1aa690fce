import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'
import { at } from './pieces'

export const divide = {
  'divide.by-zero': ({ index }: { index: readonly number[] }) =>
    text`division by zero: the divisor is 0${at(index)}`,
  'divide.back-top': ({ bottom }: { bottom: Mathematics }) => text`what arrives, divided by ${bottom}`,
  'divide.back-bottom': ({ top, bottom }: { top: Mathematics; bottom: Mathematics }) =>
    text`what arrives times minus ${top}, divided by the square of ${bottom}`,
} satisfies Subject
