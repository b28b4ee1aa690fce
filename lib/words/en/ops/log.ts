import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'
import { at } from './pieces'

export const log = {
  'log.not-positive': ({ index }: { index: readonly number[] }) =>
    text`no logarithm: ln takes numbers above 0, and this is not one${at(index)}`,
  'log.back': ({ x }: { x: Mathematics }) => text`the slope of the logarithm is one over ${x}`,
} satisfies Subject
