import type { Mathematics, Subject } from '../../argument'
import { text } from '../../text'

export const erf = {
  'erf.value': ({ x }: { x: Mathematics }) =>
    text`2/√π times the integral of e^(-t^2) from 0 to ${x}, entry by entry`,
  'erf.back': ({ x }: { x: Mathematics }) => text`the slope of erf is 2/√π times e^(-t^2) at t = ${x}`,
} satisfies Subject
