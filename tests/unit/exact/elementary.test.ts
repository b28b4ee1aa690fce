import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AtomField, atomField, transcendentalDuals } from '@/lib/exact/atoms'
import { Budget } from '@/lib/exact/budget'
import { sigmoid, softplus, tanh } from '@/lib/exact/elementary'
import { type Rational, rational } from '@/lib/exact/rational'

const fresh = (): AtomField => atomField(new Budget({ work: 1e7, digits: 4096 }))
const small = fc
  .tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 6 }))
  .map(([n, d]): Rational => rational(n, d))

describe('functions made of exp and ln', () => {
  test('by their definitions at logarithms: e^ln r = r', () => {
    const field = fresh()
    const at = (r: Rational) => field.log(r)
    expect(sigmoid(field, at(rational(3)))).toEqual(rational(3, 4))
    expect(tanh(field, at(rational(2)))).toEqual(rational(3, 5))
    expect(field.equals(softplus(field, at(rational(2))), field.log(rational(3)))).toBe(true)
  })

  test('their slopes by dual numbers are s(1 - s), 1 - t^2 and s', () => {
    fc.assert(
      fc.property(small, r => {
        const field = fresh()
        const duals = transcendentalDuals(field)
        const x = { value: r, derivative: field.one }
        const [s, t, p] = [sigmoid(duals, x), tanh(duals, x), softplus(duals, x)]
        expect(field.equals(s.derivative, field.mul(s.value, field.sub(field.one, s.value)))).toBe(true)
        expect(field.equals(t.derivative, field.sub(field.one, field.mul(t.value, t.value)))).toBe(true)
        expect(field.equals(p.derivative, s.value)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
