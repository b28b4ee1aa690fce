import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atomField, type Scalar } from '@/lib/exact/atoms'
import { Budget } from '@/lib/exact/budget'
import { enclose } from '@/lib/exact/interval/interval'
import { sqrtInterval } from '@/lib/exact/interval/sqrt'
import { rational } from '@/lib/exact/rational'
import { readBack } from './read-back'

function reasonFor(a: string, b: string): string {
  const field = atomField(new Budget({ work: 1e8, digits: 4096 }))
  const { equal, reason } = field.compare(readBack(field, a), readBack(field, b))
  return `${equal ? 'equal' : 'different'}: ${reason}`
}

describe('what is a proof by a theorem, and what is not', () => {
  test.each([
    // Roots of primes: Besicovitch.
    ['sqrt(10)+sqrt(11)', 'sqrt(5)+sqrt(18)', 'different: field'],
    ['exp(ln(2)/3)+exp(2*ln(2)/3)', '2847/1000', 'different: field'],
    // Exponentials of algebraic numbers: Lindemann and Weierstrass.
    ['exp(sqrt(2))+exp(sqrt(3))', '98/10', 'different: field'],
    ['exp(sqrt(2))*exp(sqrt(8))', 'exp(3*sqrt(2))', 'equal: field'],
    ['sqrt(2)*e', 'exp(5/4)', 'different: field'],
    ['exp(sqrt(1+sqrt(2)))', 'exp(sqrt(1+sqrt(3)))', 'different: field'],
    ['exp(exp(ln(2)/3))', 'exp(5/4)', 'different: field'],
    // Linear forms in logarithms: Baker.
    ['ln(2)/ln(3)', '12/19', 'different: field'],
    ['sqrt(2)*ln(2)+ln(3)', '2', 'different: field'],
    ['ln(2)+ln(3)', 'ln(6)', 'equal: field'],
    // Powers of one logarithm: Lindemann. Forms of one degree in two: Gelfond and Schneider.
    ['ln(2)^2+ln(2)', '1', 'different: field'],
    ['ln(2)^2+ln(2)*ln(3)', 'ln(3)^2', 'different: field'],
    ['ln(2)*ln(3)', 'ln(2)*ln(5)', 'different: field'],
    // No theorem: algebraic independence of logarithms, of e and ln 2, of e^e and anything.
    ['ln(2)^2+ln(3)', '1', 'different: separated'],
    ['ln(2)*ln(3)', 'ln(5)*ln(7)', 'different: separated'],
    ['ln(2)^2+ln(3)^2', 'ln(5)^2', 'different: separated'],
    ['e+ln(2)', '3', 'different: separated'],
    ['e*ln(2)', '2', 'different: separated'],
    ['exp(e)', '15', 'different: separated'],
    ['exp(sqrt(2)*ln(2))', '2', 'different: separated'],
    ['sqrt(1+e)', '2', 'different: separated'],
    ['ln(1+sqrt(2))', '1', 'different: separated'],
    ['exp(e)+1', '1+exp(e)', 'equal: formal'],
    ['e*ln(2)', 'ln(2)*e', 'equal: formal'],
    ['ln(2)*ln(3)', 'ln(3)*ln(2)', 'equal: formal'],
    // But a unit that all terms share is taken off first.
    ['e*ln(2)', '2*e*ln(2)', 'different: field'],
    ['ln(2)*e^2+ln(2)', '6*ln(2)', 'different: field'],
    // Symbols.
    ['x*e', 'x*3', 'different: identity'],
    ['x*exp(x)', 'exp(x)', 'different: identity'],
    ['exp(x+1)', 'e*exp(x)', 'equal: identity'],
    ['exp(sqrt(2)*x)', 'exp(x)', 'different: identity'],
    ['x*step(x)+y', 'x*step(y)+y', 'different: identity'],
    ['step(x)*step(x)', 'step(x)', 'equal: identity'],
    ['x*sqrt(1+sqrt(2))', 'x*sqrt(1+sqrt(3))', 'different: identity'],
    ['x*(e*ln(2)-2)', '0', 'different: separated'],
    ['x*(e*ln(2)-2)', 'y', 'different: identity'],
    ['exp(exp(x))', 'exp(x)', 'different: separated'],
    ['sqrt(1+x^2)', '1', 'different: separated'],
    ['sqrt(1+x^2)*sqrt(1+x^2)', '1+x^2', 'equal: identity'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(reasonFor(a, b)).toBe(expected)
  })
})

describe('separation of algebraic numbers', () => {
  const field = atomField(new Budget({ work: Number.POSITIVE_INFINITY, digits: 4096 }))
  const root = (n: number): Scalar => field.sqrt(rational(n))
  const square = (a: Scalar): Scalar => field.mul(a, a)

  test('the root of a square of sums of roots is that sum', () => {
    const part = fc.integer({ min: 1, max: 30 })
    fc.assert(
      fc.property(part, part, part, fc.integer({ min: -9, max: 9 }), (a, b, c, d) => {
        const sum = field.add(field.add(root(a), root(b)), field.add(root(c), rational(d)))
        const size = field.sign(sum) < 0 ? field.neg(sum) : sum
        const { equal, reason } = field.compare(field.sqrt(square(sum)), size)
        expect(equal).toBe(true)
        expect(['rational', 'field']).toContain(reason)
      }),
      { numRuns: 60 },
    )
  })

  test('small powers of a unit of the field are not 0, however small', () => {
    // (sqrt 2 - 1)^k = a + b sqrt 2 falls as its coefficients grow, so that few digits would take it for 0.
    const factor = field.add(field.one, field.sqrt(field.add(field.one, root(2))))
    let small = field.one
    for (let k = 1; k <= 120; k++) {
      small = field.mul(small, field.sub(root(2), field.one))
      expect(field.compare(field.mul(small, factor), field.zero)).toEqual({ equal: false, reason: 'field' })
    }
  })

  test('a surd and a rational that agree on 300 digits still differ', () => {
    // floor(sqrt(1 + sqrt 2) 10^300) / 10^300
    const bits = 1100
    const inner = sqrtInterval(enclose(rational(2), bits))
    if (!inner) throw new Error('no root')
    const one = 1n << BigInt(bits)
    const nested = sqrtInterval({ lo: inner.lo + one, hi: inner.hi + one, bits })
    const near = rational(((nested?.lo ?? 0n) * 10n ** 300n) >> BigInt(bits), 10n ** 300n)
    const surd = field.sqrt(field.add(field.one, root(2)))
    expect(field.compare(surd, near)).toEqual({ equal: false, reason: 'field' })
    expect(field.sign(field.sub(surd, near))).toBe(1)
  })
})
