import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareRational, type Rational, rational, rationals, showRational } from '@/lib/exact/rational'
import { countOf, everyPoint, latticeOf, narrow, nthAllowed, pointOf } from '@/lib/exercise/variant/lattice'
import type { ComparisonSign } from '@/lib/language/syntax/condition'

const small = fc
  .tuple(fc.integer({ min: -12, max: 12 }), fc.integer({ min: 1, max: 4 }))
  .map(([n, d]) => rational(n, d))
const lattices = fc
  .tuple(
    small,
    fc.integer({ min: 0, max: 20 }),
    fc.integer({ min: 1, max: 9 }),
    fc.integer({ min: 1, max: 4 }),
  )
  .map(([low, length, n, d]) => ({
    low,
    high: rationals.add(low, rational(length, 2)),
    step: rational(n, d),
  }))
const signs: Record<ComparisonSign, (order: number) => boolean> = {
  '==': order => order === 0,
  '!=': order => order !== 0,
  '<': order => order < 0,
  '<=': order => order <= 0,
  '>': order => order > 0,
  '>=': order => order >= 0,
}
const bound = fc.record({ sign: fc.constantFrom(...(Object.keys(signs) as ComparisonSign[])), value: small })

/** Point by point, from the words of the language: LO, LO + S, and so on as long as HI is not passed. */
function pointsOf({ low, high, step }: { low: Rational; high: Rational; step: Rational }): Rational[] {
  const points: Rational[] = []
  for (let point = low; compareRational(point, high) <= 0; point = rationals.add(point, step))
    points.push(point)
  return points
}

test('the points are LO, LO + S … up to HI, and what is left of them is what compares so, in order', () => {
  fc.assert(
    fc.property(lattices, fc.array(bound, { maxLength: 6 }), ({ low, high, step }, bounds) => {
      const lattice = latticeOf(low, high, step)
      const allowed = bounds.reduce(
        (points, { sign, value }) => narrow(lattice, points, sign, value),
        everyPoint(lattice),
      )
      const expected = pointsOf({ low, high, step }).filter(point =>
        bounds.every(({ sign, value }) => signs[sign](compareRational(point, value))),
      )
      expect(countOf(allowed)).toBe(BigInt(expected.length))
      const listed = expected.map((_, nth) => pointOf(lattice, nthAllowed(allowed, BigInt(nth))))
      expect(listed.map(showRational)).toEqual(expected.map(showRational))
    }),
    { numRuns: 1000 },
  )
})
