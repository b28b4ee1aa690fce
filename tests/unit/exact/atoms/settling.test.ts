import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atomField, decimal, isElement } from '@/lib/exact/atoms'
import { Budget } from '@/lib/exact/budget'
import { type Rational, rational } from '@/lib/exact/rational'

const field = () => atomField(new Budget({ work: 5_000_000, digits: 4096 }))
const fraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 2n, max: 10n ** 30n }))
  .map(([n, d]) => rational(n, d))

const denominators = (values: readonly Rational[]) =>
  [...new Set(values.map(({ d }) => d))].filter(d => d !== 1n).reduce((sum, d) => sum + String(d).length, 0)

test('numbers whose sums would be long are the same numbers, known by their digits', () => {
  fc.assert(
    fc.property(fc.array(fraction, { minLength: 1, maxLength: 12 }), values => {
      const own = field()
      const settled = own.settled?.(values, values) ?? []
      const isLong = denominators(values) > 100
      expect(settled).toHaveLength(values.length)
      for (const [at, value] of settled.entries()) {
        expect(isElement(value)).toBe(isLong && values[at]!.d !== 1n)
        expect(own.compare(value, values[at]!).equal).toBe(true)
      }
      const exact = values.reduce(own.add, own.zero)
      const sum = settled.reduce(own.add, own.zero)
      expect(decimal(sum, 20)).toBe(decimal(exact, 20))
    }),
    { numRuns: 60 },
  )
})

test('few digits, whole numbers and symbols stay as they are', () => {
  const own = field()
  const short = [rational(1, 3), rational(5, 7), rational(2)]
  expect(own.settled?.(short, short)).toBe(short)
  const long = Array.from({ length: 9 }, (_, at) => rational(1, 10n ** 30n + BigInt(at)))
  const mixed = [rational(2), own.symbol('a')]
  expect(own.settled?.(mixed, [...mixed, ...long])).toBe(mixed)
  expect(own.settled?.([rational(2)], long)).toEqual([rational(2)])
})
