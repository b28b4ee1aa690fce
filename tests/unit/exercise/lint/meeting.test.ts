import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AtomTable, atomField } from '@/lib/exact/atoms'
import { Budget } from '@/lib/exact/budget'
import { type Rational, rational } from '@/lib/exact/rational'
import { type Acceptance, exerciseLimits } from '@/lib/exercise'
import { Meeting } from '@/lib/exercise/acceptance/meet'
import { takesLong } from '../../../takes-long'
import { collisions, lint } from './linted'

takesLong()

const q = (n: number, d = 1) => rational(n, d)
const meetingOf = (acceptance: Acceptance, table = new AtomTable()) => {
  const budget = new Budget(exerciseLimits)
  return new Meeting(acceptance, atomField(budget, table), budget)
}
const meet = (a: Rational, b: Rational, acceptance: Acceptance) => meetingOf(acceptance).both(a, b)

/** Whether a decimal, `count` units of 10^-places, passes for n/d: by whole numbers of units of 10^-40 alone. */
function passes({ n, d }: Rational, count: bigint, places: number, acceptance: Acceptance): boolean {
  const unit = 10n ** 40n
  const typed = count * 10n ** BigInt(40 - places)
  const gap = typed * d - n * unit
  const distance = 2n * (gap < 0n ? -gap : gap)
  if (distance === 0n) return true
  if (acceptance.kind === 'rounded') {
    return places >= acceptance.places && distance <= d * 10n ** BigInt(40 - places)
  }
  if (acceptance.kind !== 'figures' || count === 0n || n === 0n) return false
  const figures = String(count).replace('-', '').length
  if (figures < acceptance.figures) return false
  let e = -40
  while ((n < 0n ? -n : n) * unit >= d * 10n ** BigInt(e + 41)) e += 1
  return distance <= d * 10n ** BigInt(40 + e - figures + 1)
}

/** Tries every decimal around two numbers, with up to three digits more than are asked for. */
function meetByForce(a: Rational, b: Rational, acceptance: Acceptance): boolean {
  if (a.n === b.n && a.d === b.d) return true
  for (let places = -3; places <= 9; places += 1) {
    const unit = ({ n, d }: Rational) => Number((n * 10n ** BigInt(places + 6)) / (d * 10n ** 6n))
    const [low, high] = [Math.min(unit(a), unit(b)) - 12, Math.max(unit(a), unit(b)) + 12]
    if (high - low > 60) continue
    for (let count = low; count <= high; count += 1) {
      if ([a, b].every(value => passes(value, BigInt(count), places, acceptance))) return true
    }
  }
  return false
}

describe('one typed answer for both', () => {
  test.each<[Rational, Rational, Acceptance, boolean]>([
    [q(1, 3), q(1, 3), { kind: 'exact' }, true],
    [q(1, 3), q(333, 1000), { kind: 'exact' }, false],
    [q(1, 3), q(333, 1000), { kind: 'rounded', places: 2 }, true],
    [q(1, 3), q(33, 100), { kind: 'rounded', places: 2 }, true],
    [q(1, 3), q(34, 100), { kind: 'rounded', places: 2 }, false],
    // A half parts them, and with one place more both are it.
    [q(4999, 10_000), q(5001, 10_000), { kind: 'rounded', places: 0 }, true],
    [q(4, 10), q(6, 10), { kind: 'rounded', places: 0 }, false],
    // A tie goes either way.
    [q(1, 2), q(1), { kind: 'rounded', places: 0 }, true],
    [q(1, 2), q(0), { kind: 'rounded', places: 0 }, true],
    [q(1203), q(1200), { kind: 'figures', figures: 3 }, true],
    [q(1203), q(1206), { kind: 'figures', figures: 3 }, false],
    [q(0), q(1, 1000), { kind: 'figures', figures: 1 }, false],
    [q(1, 1000), q(51, 1000), { kind: 'rounded', places: 1 }, false],
    [q(-1203), q(1203), { kind: 'figures', figures: 3 }, false],
    [q(9996, 1000), q(10), { kind: 'figures', figures: 3 }, true],
    [q(1, 3), q(1, 3 * 1000), { kind: 'within', of: q(1, 6) }, true],
    [q(0), q(1), { kind: 'within', of: q(1, 2) }, true],
    [q(0), q(1001, 1000), { kind: 'within', of: q(1, 2) }, false],
  ])('%o and %o, %o: %s', (a, b, acceptance, met) => {
    expect(meet(a, b, acceptance)).toBe(met)
    expect(meet(b, a, acceptance)).toBe(met)
  })

  test('as trying every decimal says', () => {
    const size = fc.record({
      n: fc.integer({ min: -3000, max: 3000 }),
      d: fc.constantFrom(1, 3, 7, 8, 10, 100, 1000),
    })
    const near = fc.record({
      a: size.map(({ n, d }) => q(n, d)),
      off: fc.integer({ min: -30, max: 30 }),
      part: fc.constantFrom(2, 7, 10, 20, 100, 200, 1000, 20_000),
      acceptance: fc.oneof(
        fc.integer({ min: 0, max: 3 }).map(places => ({ kind: 'rounded', places }) as const),
        fc.integer({ min: 1, max: 4 }).map(figures => ({ kind: 'figures', figures }) as const),
      ),
    })
    const seen = { true: 0, false: 0 }
    fc.assert(
      fc.property(near, ({ a, off, part, acceptance }) => {
        const b = rational(a.n * BigInt(part) + BigInt(off) * a.d, a.d * BigInt(part))
        const expected = meetByForce(a, b, acceptance)
        expect(meet(a, b, acceptance), `${a.n}/${a.d} ${b.n}/${b.d}`).toBe(expected)
        seen[`${expected}`] += 1
      }),
      { numRuns: 1000 },
    )
    expect(Math.min(seen.true, seen.false)).toBeGreaterThan(100)
  })

  test('beyond the rationals: by figures first, then by proof', () => {
    const table = new AtomTable()
    const own = atomField(new Budget(exerciseLimits), table)
    const meeting = (acceptance: Acceptance) => meetingOf(acceptance, table)
    const root = own.sqrt(own.fromRational(q(2)))
    const [four, five] = [q(14_142, 10_000), q(141_421, 100_000)]
    expect(meeting({ kind: 'rounded', places: 4 }).both(root, four)).toBe(true)
    expect(meeting({ kind: 'rounded', places: 4 }).both(root, q(14_144, 10_000))).toBe(false)
    expect(meeting({ kind: 'figures', figures: 5 }).both(five, root)).toBe(true)
    expect(meeting({ kind: 'within', of: q(1, 1000) }).both(root, q(1416, 1000))).toBe(true)
    expect(meeting({ kind: 'within', of: q(1, 1000) }).both(root, q(1417, 1000))).toBe(false)
    expect(meeting({ kind: 'exact' }).both(root, own.sqrt(own.fromRational(q(2))))).toBe(true)
  })
})

describe('lint', () => {
  // z = 0.15, dL/dz = 0.2 and dL/dw = 0.02; wrong answers are 0.03 (z for h), 0.1, 0.2 and 0.3.
  const neuron = (how: string) =>
    `given h = 1/10\nparam w = 3/2\nz = w * h\nloss L = (z - 1/20)^2\nask z, L, dL/dz, dL/dw ${how}`

  test.each([
    ['', []],
    ['rounded 1', ['output-for-input = right']],
    ['rounded 2', []],
    ['rounded 1 sf', []],
    [
      'within 0.1',
      [
        'own-value = upstream-ignored',
        'own-value = input-forgotten',
        'upstream-ignored = right',
        'input-forgotten = right',
        'output-for-input = right',
      ],
    ],
  ])('answers that one typed answer passes for are the same: %s', (how, found) => {
    expect(collisions(neuron(how))).toEqual(found.map(one => `dL/dw: ${one}`))
  })

  test('a number that is too long to type is told of where it is asked', () => {
    const source = (how: string) => `given x = 1/${'9'.repeat(120)}\ny = x + 1\nask x, y ${how}`
    const warnings = (how: string) => lint(source(how)).warnings.map(({ message }) => message.id)
    expect(warnings('')).toEqual(['lint.long-answer', 'lint.asked-as-decimal'])
    expect(warnings('exact')).toEqual(['lint.long-answer', 'lint.untypable'])
    expect(warnings('within 0.1')).toEqual(['lint.long-answer'])
  })
})
