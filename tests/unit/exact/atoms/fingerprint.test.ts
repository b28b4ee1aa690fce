import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AtomTable, atomField } from '@/lib/exact/atoms'
import { Budget } from '@/lib/exact/budget'
import { rational } from '@/lib/exact/rational'

const field = atomField(new Budget({ work: 1e8, digits: 4096 }), new AtomTable())
const { add, mul, exp, sqrt, one } = field

test('equal values have one fingerprint, whatever their form, and others seldom the same', () => {
  const value = fc.record({ n: fc.integer({ min: -40, max: 40 }), d: fc.integer({ min: 1, max: 12 }) })
  fc.assert(
    fc.property(value, value, (p, q) => {
      const [x, y] = [rational(p.n, p.d), rational(q.n, q.d)]
      const apart = field.mul(field.exp(x), field.exp(y))
      const together = field.exp(field.add(x, y))
      expect(field.fingerprint(apart)).toBe(field.fingerprint(together))
      const next = field.add(together, rational(1, 1000))
      expect(field.fingerprint(next)).not.toBe(field.fingerprint(together))
      const near = field.add(together, rational(1n, 1n << 44n))
      expect(field.fingerprint(near)).not.toBe(field.fingerprint(together))
    }),
    { numRuns: 200 },
  )
})

test('a large value needs more digits for it, a huge one has none', () => {
  // e^n (1 + e^-n) sqrt 2, spread out and not.
  const spelt = (n: number) => {
    const power = exp(rational(n))
    const root = sqrt(rational(2))
    return [mul(add(power, one), root), add(mul(power, root), root)].map(value => field.fingerprint(value))
  }
  for (const n of [1, 40, 80, 200]) {
    const [apart, together] = spelt(n)
    expect(apart, `e^${n}`).not.toBe(null)
    expect(apart).toBe(together)
  }
  expect(spelt(600)).toEqual([null, null])
})
