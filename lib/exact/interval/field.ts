import { message } from '@/lib/words/message'
import type { TranscendentalField } from '../atoms/transcendental'
import { type Budget, Undecided } from '../budget'
import { rationals } from '../rational'
import { bitsOfCall, type CallName, callInterval } from './call'
import { bitsOfExp, costOfArithmetic, costOfFunction } from './cost'
import { log2Size } from './digits'
import { expInterval } from './exp'
import {
  addIntervals,
  apart,
  enclose,
  type Interval,
  mulIntervals,
  negInterval,
  reciprocal,
  sideOf,
} from './interval'
import { logInterval } from './log'
import { piInterval } from './pi'
import { sqrtInterval } from './sqrt'

/**
 * Real numbers enclosed to an absolute precision of 2^-`bits`, each operation paid for from `budget`. It can tell
 * that two numbers differ, but equality only where the ends are exact: a sign or a zero within an interval unwinds as
 * `Undecided`.
 */
export function intervalField(bits: number, budget: Budget): TranscendentalField<Interval> {
  const decided = <T>(value: T | null): T => {
    if (value === null) throw new Undecided(message('budget.digits-do-not-tell'))
    return value
  }
  const sizeOf = (a: Interval): number => bits + log2Size(a)
  const paid = (...operands: readonly Interval[]): void =>
    budget.spend(costOfArithmetic(Math.max(...operands.map(sizeOf))))
  const sign = (a: Interval): -1 | 0 | 1 => sideOf(a) ?? decided(a.lo === a.hi ? 0 : null)
  const over = (a: Interval): Interval => {
    paid(a)
    return decided(reciprocal(a))
  }
  const mul = (a: Interval, b: Interval): Interval => {
    paid(a, b)
    return mulIntervals(a, b)
  }
  const called = (name: CallName, a: Interval): Interval => {
    budget.spend(costOfFunction(bitsOfCall(name, a)))
    return callInterval(name, a)
  }
  return {
    zero: enclose(rationals.zero, bits),
    one: enclose(rationals.one, bits),
    fromRational: value => enclose(value, bits),
    add: (a, b) => {
      paid(a, b)
      return addIntervals(a, b)
    },
    sub: (a, b) => {
      paid(a, b)
      return addIntervals(a, negInterval(b))
    },
    mul,
    div: (a, b) => mul(a, over(b)),
    neg: negInterval,
    isZero: a => sign(a) === 0,
    equals: (a, b) => !apart(a, b) && decided(a.lo === a.hi && b.lo === b.hi ? true : null),
    sign,
    exp: a => {
      budget.spend(costOfFunction(bitsOfExp(a)))
      return expInterval(a)
    },
    log: a => {
      budget.spend(costOfFunction(sizeOf(a)))
      return decided(logInterval(a))
    },
    sqrt: a => {
      budget.spend(costOfFunction(sizeOf(a)))
      return decided(sqrtInterval(a))
    },
    pi: () => piInterval(bits),
    sin: a => called('sin', a),
    cos: a => called('cos', a),
    erf: a => called('erf', a),
  }
}
