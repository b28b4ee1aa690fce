import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'
import { at } from './pieces'

export const power = {
  'power.over-the-limit': ({ exponent, most }: { exponent: number; most: number }) =>
    text`the exponent ${exponent} is over the limit: exponents go from ${-most} to ${most}`,
  'power.of-zero': ({ exponent, index }: { exponent: number; index: readonly number[] }) =>
    text`division by zero: 0^${exponent} has no value, the base is 0${at(index)}`,
  'power.back': ({ x }: { x: Mathematics }) =>
    text`the exponent comes down as a factor, and the power of ${x} falls by one`,
} satisfies Subject
