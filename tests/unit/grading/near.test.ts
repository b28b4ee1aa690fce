import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AtomTable, atomField } from '@/lib/exact/atoms'
import { Budget } from '@/lib/exact/budget'
import { boundsOf } from '@/lib/exact/lazy'
import { rational, rationals } from '@/lib/exact/rational'
import type { Acceptance } from '@/lib/exercise'
import { gradeCell } from '@/lib/grading/cell'
import { nearTo } from '@/lib/grading/near'
import { isRead, Scratch } from '@/lib/grading/scratch'

const places = fc.integer({ min: 0, max: 6 })

const acceptance: fc.Arbitrary<Acceptance | null> = fc.oneof(
  fc.constant(null),
  places.map((places): Acceptance => ({ kind: 'rounded', places })),
  fc.integer({ min: 1, max: 5 }).map((figures): Acceptance => ({ kind: 'figures', figures })),
  places.map((places): Acceptance => ({ kind: 'within', of: rational(3n, 10n ** BigInt(places)) })),
)

/** Decimals as people type them, and numbers at and around half a unit of their last places. */
const decimals = fc.tuple(fc.integer({ min: -20_000, max: 20_000 }), places)
const away = fc.constantFrom(0n, 1n, 49n, 50n, 51n, 99n, 100n, 300n, 500n, 501n, 5000n)

test('whatever passes is near', () => {
  fc.assert(
    fc.property(
      decimals,
      away,
      fc.boolean(),
      fc.boolean(),
      acceptance,
      ([digits, after], off, up, root, accepts) => {
        const budget = new Budget({ work: 400_000, digits: 4096 })
        const scratch = new Scratch(() => new AtomTable())
        const field = scratch.field(budget)
        const typed = scratch.read((digits / 10 ** after).toFixed(after))
        if (!isRead(typed)) return expect.unreachable('a decimal is read')
        const unit = rational(up ? off : -off, 100n * 10n ** BigInt(after))
        const exact = rationals.add(rational(digits, 10n ** BigInt(after)), unit)
        // The same number, or one that is just beside it and not rational.
        const value = root
          ? field.add(exact, field.mul(field.fromRational(rational(1n, 10n ** 20n)), field.sqrt(rational(2))))
          : exact
        const { verdict } = gradeCell(typed, value, accepts, () => field)
        const near = nearTo(typed, accepts, field)(boundsOf(value, field))
        if (verdict === 'right') expect(near).toBe(true)
      },
    ),
    { numRuns: 4000 },
  )
})

test('what is far away is not', () => {
  const scratch = new Scratch(() => new AtomTable())
  const field = atomField(new Budget({ work: 400_000, digits: 4096 }))
  const typed = scratch.read('0.25')
  if (!isRead(typed)) return expect.unreachable('a decimal is read')
  const at = (n: number, d: number) => boundsOf(rational(n, d), field)
  expect(nearTo(typed, null, field)(at(1, 4))).toBe(true)
  expect(nearTo(typed, null, field)(at(1001, 4000))).toBe(false)
  expect(nearTo(typed, { kind: 'rounded', places: 2 }, field)(at(51, 200))).toBe(true)
  expect(nearTo(typed, { kind: 'rounded', places: 2 }, field)(at(511, 2000))).toBe(false)
})
