import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  Budget,
  BudgetSpent,
  meteredPower,
  meteredRationals,
  Undecided,
  unlessUndecided,
  withinBudget,
} from '@/lib/exact/budget'
import { powRational, rational, rationals } from '@/lib/exact/rational'
import { message } from '@/lib/words/message'
import { anyRational, nonZero } from './random'

const roomy = (): Budget => new Budget({ work: 1e9, digits: 4096 })

describe('budgets', () => {
  test('within its limits the metered field is the rationals', () => {
    fc.assert(
      fc.property(anyRational, nonZero, (a, b) => {
        const metered = meteredRationals(roomy())
        for (const name of ['add', 'sub', 'mul', 'div'] as const) {
          expect(metered[name](a, b)).toEqual(rationals[name](a, b))
        }
      }),
    )
  })

  test('work runs out after finitely many operations, and becomes a value', () => {
    const budget = new Budget({ work: 100, digits: 4096 })
    const field = meteredRationals(budget)
    let operations = 0
    const outcome = withinBudget(() => {
      for (;;) {
        field.add(field.one, field.one)
        operations += 1
      }
    })
    expect(outcome).toEqual({ ok: false, reason: message('budget.work-spent') })
    expect(operations).toBeGreaterThan(10)
    expect(operations).toBeLessThan(101)
  })

  test('operations on long numbers cost more', () => {
    const spent = (digits: number): number => {
      const field = meteredRationals(new Budget({ work: 100_000, digits: 4096 }))
      const long = rational(10n ** BigInt(digits) + 1n)
      let operations = 0
      withinBudget(() => {
        for (;;) {
          field.sub(long, long)
          operations += 1
        }
      })
      return operations
    }
    expect(spent(3000)).toBeLessThan(spent(300))
    expect(spent(300)).toBeLessThan(spent(3))
  })

  test('4,096 digits pass and 4,097 do not, above and below the bar, of either sign', () => {
    const longest = 10n ** 4096n - 1n
    for (const [n, d] of [
      [longest, 1n],
      [-longest, 1n],
      [1n, longest],
    ] as const) {
      expect(withinBudget(() => roomy().keep(rational(n, d))).ok).toBe(true)
    }
    for (const [n, d] of [
      [longest + 1n, 1n],
      [-longest - 1n, 1n],
      [1n, longest + 1n],
    ] as const) {
      expect(withinBudget(() => roomy().keep(rational(n, d)))).toEqual({
        ok: false,
        reason: message('budget.number-too-long', { digits: 4096 }),
      })
    }
  })

  test('a power is the power, or is refused exactly when it has too many digits', () => {
    const exponent = fc.integer({ min: -64, max: 64 })
    fc.assert(
      fc.property(nonZero, exponent, (base, k) => {
        const budget = new Budget({ work: 1e9, digits: 60 })
        const outcome = withinBudget(() => meteredPower(budget, base, k))
        const exact = powRational(base, k)
        const fits = [exact.n, exact.d].every(part => String(part).replace('-', '').length <= 60)
        expect(outcome.ok).toBe(fits)
        if (outcome.ok) expect(outcome.value).toEqual(exact)
      }),
    )
  })

  test('the last unit of work may be spent', () => {
    const spends = (work: number) => withinBudget(() => new Budget({ work: 10, digits: 10 }).spend(work))
    expect(spends(10)).toEqual({ ok: true, value: undefined })
    expect(spends(11).ok).toBe(false)
  })

  test('a power costs as much as its exponent says, whatever its sign', () => {
    const raised = (work: number, exponent: number) =>
      withinBudget(() => meteredPower(new Budget({ work, digits: 4096 }), rational(3), exponent)).ok
    for (const exponent of [40, -40]) {
      expect(raised(40, exponent)).toBe(true)
      expect(raised(39, exponent)).toBe(false)
    }
    expect(raised(1, 0)).toBe(true)
    expect(raised(0, 0)).toBe(false)
  })

  test('what is undecided becomes nothing; a budget that ran out, and a bug, pass through', () => {
    const unwinding = (fault: Error) => () =>
      unlessUndecided(() => {
        throw fault
      })
    expect(unlessUndecided(() => 3)).toBe(3)
    expect(unwinding(new Undecided(message('budget.sign-undecided')))()).toBeNull()
    expect(unwinding(new BudgetSpent(message('budget.work-spent')))).toThrow(BudgetSpent)
    expect(unwinding(new TypeError('a bug'))).toThrow(TypeError)
  })

  test('any other exception is a bug and passes through', () => {
    expect(() =>
      withinBudget(() => {
        throw new TypeError('a bug')
      }),
    ).toThrow(TypeError)
  })
})
