import { describe, expect, test } from 'vitest'
import { type AtomField, atomField, type Scalar } from '@/lib/exact/atoms'
import { factorise } from '@/lib/exact/atoms/primes'
import { Budget, type Outcome, withinBudget } from '@/lib/exact/budget'
import { rational } from '@/lib/exact/rational'
import { message } from '@/lib/words/message'
import { plainSentence } from '@/lib/words/sentence'

/** What a typed cell may cost, in `Budget`'s units; every test here ends within some tens of milliseconds. */
const work = 300_000

function within<T>(run: (field: AtomField) => T, allowed = work): Outcome<T> {
  const budget = new Budget({ work: allowed, digits: 4096 })
  return withinBudget(() => run(atomField(budget)))
}

const repeat = (times: number, step: (a: Scalar) => Scalar, start: Scalar): Scalar => {
  let value = start
  for (let i = 0; i < times; i++) value = step(value)
  return value
}

describe('hostile growth ends by budget', () => {
  const tooMuch: [string, (field: AtomField) => unknown][] = [
    [
      'a product of sums of different symbols',
      ({ symbol, add, mul, one }) => {
        let product = one
        for (let i = 0; i < 64; i++) product = mul(product, add(one, symbol(`x${i}`)))
        return product
      },
    ],
    [
      'the sign of (1 + e), squared again and again',
      ({ add, mul, exp, one, sign }) => sign(repeat(40, a => mul(a, a), add(one, exp(one)))),
    ],
    [
      'the value of exp of exp of exp of 9',
      field => field.compare(repeat(3, field.exp, rational(9)), field.one),
    ],
    [
      'the sign of exp(exp(100)) - exp(exp(101))',
      ({ sign, sub, exp }) => sign(sub(exp(exp(rational(100))), exp(exp(rational(101))))),
    ],
    [
      '2 to the power of a million, by logarithms',
      ({ exp, mul, log }) => exp(mul(rational(1_000_000), log(rational(2)))),
    ],
    [
      '(1 + e) to the power of a million, by logarithms',
      ({ exp, mul, log, add, one }) => exp(mul(rational(1_000_000), log(add(one, exp(one))))),
    ],
    ['the logarithm of a number of 4,000 digits', ({ log }) => log(rational(10n ** 4000n + 7n))],
    [
      'denominators that share nothing',
      ({ symbol, add, div, one, zero }) => {
        let sum = zero
        for (let i = 0; i < 40; i++) sum = add(sum, div(one, add(rational(i + 1), symbol(`x${i}`))))
        return sum
      },
    ],
    [
      'the sign of coefficients that grow',
      ({ mul, add, sqrt, sign }) =>
        sign(repeat(40, a => mul(a, a), add(rational(10n ** 9n + 7n), sqrt(rational(2))))),
    ],
  ]
  test.each(tooMuch)('%s', (_name, run) => {
    const outcome = within(run)
    expect(outcome.ok).toBe(false)
    if (!outcome.ok) expect(plainSentence(outcome.reason)).toMatch(/work|digits|prime/)
  })
})

test('a root whose factors nothing finds has a value, and its square agrees with what it is the root of', () => {
  const hard = rational(1_000_000_000_000_000_003n * 1_000_000_000_000_000_009n)
  const outcome = within(({ sqrt, mul, compare, sign, sub, add, one }) => {
    const root = sqrt(hard)
    const square = mul(root, root)
    return [sign(sub(square, add(hard, one))), compare(square, hard)]
  }, 1e7)
  expect(outcome).toEqual({ ok: true, value: [-1, { equal: true, reason: 'agrees' }] })
})

describe('300 digits', () => {
  /**
   * (ln p + ln r)^2 and ln(pr)^2, the product multiplied out: a square of logarithms is no linear form, so nothing
   * proves it.
   */
  const pair = ({ exp, log, add, mul, one }: AtomField): [Scalar, Scalar] => {
    const p = add(exp(one), one)
    const r = add(exp(one), rational(2))
    const left = log(mul(p, r))
    const right = add(log(p), log(r))
    return [mul(left, left), mul(right, right)]
  }

  test('two values that nothing proves equal agree, and a difference past 200 digits still parts them', () => {
    const run = (field: AtomField): unknown => {
      const [left, right] = pair(field)
      const near = field.add(right, rational(1n, 10n ** 200n))
      const nearer = field.add(right, rational(1n, 10n ** 290n))
      return [right, near, nearer].map(other => field.compare(left, other))
    }
    expect(within(run)).toEqual({
      ok: true,
      value: [
        { equal: true, reason: 'agrees' },
        { equal: false, reason: 'separated' },
        { equal: false, reason: 'separated' },
      ],
    })
  })

  test('nothing agrees by exhaustion: with less budget than 300 digits take, there is no verdict', () => {
    const seen = new Set<string>()
    for (let allowed = 500; allowed <= work; allowed *= 1.2) {
      const outcome = within(field => field.compare(...pair(field)), allowed)
      seen.add(outcome.ok ? `${outcome.value.equal} ${outcome.value.reason}` : plainSentence(outcome.reason))
    }
    expect([...seen]).toEqual(['this takes more work than is allowed', 'true agrees'])
  })

  test('a zero that nothing proves can neither be divided by nor has it a sign', () => {
    const outcome = within(field => {
      const [left, right] = pair(field)
      return field.isZero(field.sub(left, right))
    })
    expect(outcome).toEqual({ ok: false, reason: message('budget.zero-undecided') })
    const signed = within(field => field.sign(field.sub(...pair(field))))
    expect(signed).toEqual({ ok: false, reason: message('budget.sign-undecided') })
  })
})

describe('factorise', () => {
  const budget = (): Budget => new Budget({ work: 1e7, digits: 4096 })

  test('multiplies back, for numbers with small, middling and repeated factors', () => {
    for (const n of [
      1n,
      2n,
      97n,
      2n ** 40n * 3n ** 7n,
      4093n * 4099n,
      4099n ** 2n,
      1_000_003n * 998_244_353n,
      10n ** 24n,
    ]) {
      let product = 1n
      for (const [prime, power] of factorise(n, budget())) {
        expect([...factorise(prime, budget())]).toEqual([[prime, 1]])
        product *= prime ** BigInt(power)
      }
      expect(product).toBe(n)
    }
  })

  test('agrees with trial division below 5,000 and is not fooled by Carmichael numbers', () => {
    for (let n = 2; n < 5000; n++) {
      const expected = new Map<bigint, number>()
      let rest = n
      for (let d = 2; rest > 1; d++) {
        for (; rest % d === 0; rest /= d) expected.set(BigInt(d), (expected.get(BigInt(d)) ?? 0) + 1)
      }
      expect(new Map(factorise(BigInt(n), budget()))).toEqual(expected)
    }
    expect([...factorise(232_250_619_601n, budget())].length).toBeGreaterThan(1)
    expect([...factorise(3_825_123_056_546_413_051n, budget())].map(([p]) => p).sort()).toEqual([
      149_491n,
      34_233_211n,
      747_451n,
    ])
  })

  test('a prime too large for the proof is not called one', () => {
    expect(withinBudget(() => factorise(10n ** 30n + 57n, budget())).ok).toBe(false)
  })
})
