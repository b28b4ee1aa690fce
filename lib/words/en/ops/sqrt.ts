import type { Subject } from '../../argument'
import { text } from '../../text'
import { at } from './pieces'

export const sqrt = {
  'sqrt.negative': ({ index }: { index: readonly number[] }) =>
    text`no square root: sqrt takes no number below 0, and this is one${at(index)}`,
  'sqrt.no-slope': ({ index }: { index: readonly number[] }) =>
    text`no slope: sqrt rises straight up at 0, and this is 0${at(index)}`,
  'sqrt.back': () => 'the slope of a root is one over twice the root',
} satisfies Subject
