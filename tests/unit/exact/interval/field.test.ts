import { describe, expect, test } from 'vitest'
import { Budget, BudgetSpent, Undecided } from '@/lib/exact/budget'
import { intervalField } from '@/lib/exact/interval/field'
import { apart } from '@/lib/exact/interval/interval'
import { rational } from '@/lib/exact/rational'

const fieldOf = (work = 1e6, bits = 64) => intervalField(bits, new Budget({ work, digits: 4096 }))

describe('a field of enclosures', () => {
  const field = fieldOf()
  const { add, sub, mul, div, neg, exp, log, sqrt, equals, sign, isZero, fromRational } = field
  const number = (n: number, d = 1) => fromRational(rational(n, d))
  const third = number(1, 3)

  test('tells what differs, and of exact ends what is equal', () => {
    expect(equals(third, number(1, 4))).toBe(false)
    expect(equals(number(1, 4), mul(number(1, 2), number(1, 2)))).toBe(true)
    expect(() => equals(third, div(number(2), number(6)))).toThrow(Undecided)
    expect(equals(number(3), exp(log(number(4))))).toBe(false)
    expect(apart(third, third)).toBe(false)
    expect(apart(number(1), number(2))).toBe(true)
    expect(apart(number(2), number(1))).toBe(true)
  })

  test('signs, zeros, and what no digits at hand tell', () => {
    expect([number(-1, 3), number(0), third].map(sign)).toEqual([-1, 0, 1])
    expect([number(-1, 3), number(0), third].map(isZero)).toEqual([false, true, false])
    expect(isZero(sub(number(1, 2), number(1, 2)))).toBe(true)
    const nothing = sub(third, div(number(2), number(6)))
    expect(() => sign(nothing)).toThrow(Undecided)
    expect(() => isZero(nothing)).toThrow(Undecided)
    expect(() => div(number(1), nothing)).toThrow(Undecided)
    expect(() => log(nothing)).toThrow(Undecided)
    expect(() => sqrt(neg(third))).toThrow(Undecided)
  })

  test('encloses: e^(ln 3) has 3 in it, and so has (sqrt 3)^2', () => {
    for (const value of [
      exp(log(number(3))),
      mul(sqrt(number(3)), sqrt(number(3))),
      add(third, number(8, 3)),
    ]) {
      expect(apart(value, number(3))).toBe(false)
      expect(apart(value, number(3_000_001, 1_000_000))).toBe(true)
    }
  })

  test('a tower of exponentials is refused before it is built, and powers are paid for by their length', () => {
    const field = fieldOf()
    const ten = field.fromRational(rational(10))
    expect(() => field.exp(field.exp(field.exp(ten)))).toThrow(BudgetSpent)
    expect(() => {
      let power = ten
      for (;;) power = field.mul(power, power)
    }).toThrow(BudgetSpent)
    expect(() => {
      for (;;) field.add(ten, ten)
    }).toThrow(BudgetSpent)
  })
})
