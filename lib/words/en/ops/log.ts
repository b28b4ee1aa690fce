import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'
import { at } from './pieces'

export const log = {
  'log.not-positive': ({ index }: { index: readonly number[] }) =>
    text`no logarithm: ln takes what is above 0, and this is not${at(index)}`,
  'log.back': ({ x }: { x: Mathematics }) => text`the logarithm has one over ${x} as slope`,
} satisfies Subject
