import { log2Size } from './digits'
import { bitsOfErf, erfInterval } from './erf'
import type { Interval } from './interval'
import { cosInterval, sinInterval } from './sine'

const functions = { sin: sinInterval, cos: cosInterval, erf: erfInterval } as const

export type CallName = keyof typeof functions

export function callInterval(name: CallName, a: Interval): Interval {
  return functions[name](a)
}

/** Bits that the function is worked with at this argument: its work is counted by them before it is done. */
export function bitsOfCall(name: CallName, a: Interval): number {
  return name === 'erf' ? 2 * bitsOfErf(a) : a.bits + log2Size(a) + 32
}
