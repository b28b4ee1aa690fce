import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalOf, rational, rationals } from '@/lib/exact/rational'
import { anyRational } from '../exact/random'
import { gradeStep, q, tensorStep } from './steps'

const graded = (n: number, d: number, places: number, typed: string) => {
  const [cell] = gradeStep(tensorStep([], [q(n, d)], { acceptance: { kind: 'rounded', places } }), [
    typed,
  ]).cells
  return `${cell?.verdict} ${cell?.reason}`
}

describe('[G1] steps that say `rounded`', () => {
  test.each([
    [1, 3, 2, '0.33', 'right rounded'],
    [1, 3, 2, '0.3333', 'right rounded'],
    [1, 3, 2, '.33', 'right rounded'],
    [1, 3, 2, '0,33', 'right rounded'],
    [1, 3, 2, '3.3e-1', 'right rounded'],
    [1, 3, 2, '33e-2', 'right rounded'],
    [1, 3, 2, '0.34', 'wrong rational'],
    [1, 3, 2, '0.3334', 'wrong rational'],
    [1, 3, 2, '0.3', 'wrong rational'],
    [1, 3, 2, '33/100', 'wrong rational'],
    [1, 3, 2, '0.3+0.03', 'wrong rational'],
    [1, 3, 2, '1/3', 'right rational'],
    [-2, 3, 2, '-0.67', 'right rounded'],
    [-2, 3, 2, '−0.67', 'right rounded'],
    [-2, 3, 2, '-0.66', 'wrong rational'],
    // A tie may go either way, with both signs.
    [1, 8, 2, '0.12', 'right rounded'],
    [1, 8, 2, '0.13', 'right rounded'],
    [-1, 8, 2, '-0.12', 'right rounded'],
    [-1, 8, 2, '-0.13', 'right rounded'],
    [1, 8, 2, '0.125', 'right rational'],
    [1, 8, 2, '0.1250', 'right rational'],
    [1, 8, 2, '0.11', 'wrong rational'],
    [1, 2, 4, '0.5', 'right rational'],
    [7, 2, 0, '3', 'right rounded'],
    [7, 2, 0, '4', 'right rounded'],
    [7, 2, 0, '4.', 'right rounded'],
    [7, 2, 0, '5', 'wrong rational'],
    [1996, 1, 2, '2e3', 'wrong rational'],
    [1, 1000, 2, '0.00', 'right rounded'],
    [1, 1000, 2, '0', 'wrong rational'],
  ])('%i/%i to %i places, typed %s: %s', (n, d, places, typed, verdict) => {
    expect(graded(n, d, places, typed)).toBe(verdict)
  })

  test('a decimal is right exactly when no other of as many places is nearer', () => {
    fc.assert(
      fc.property(anyRational, fc.nat(6), fc.integer({ min: -3, max: 3 }), (exact, places, off) => {
        const unit = rational(1n, 10n ** BigInt(places))
        // The multiple of the unit at or below the exact value, then some units off.
        const scaled = rationals.div(exact, unit)
        const floor = scaled.n / scaled.d - (scaled.n < 0n && scaled.n % scaled.d !== 0n ? 1n : 0n)
        const value = rationals.mul(rational(floor + BigInt(off)), unit)
        const digits = decimalOf(value) ?? ''
        const [whole = '', fraction = ''] = digits.split('.')
        const text = places === 0 ? whole : `${whole}.${fraction.padEnd(places, '0')}`
        fc.pre(text.length <= 200)
        const distance = (candidate: typeof value) => {
          const d = rationals.sub(candidate, exact)
          return d.n < 0n ? rationals.neg(d) : d
        }
        const nearer = [rationals.add(value, unit), rationals.sub(value, unit)].some(
          other => rationals.sign(rationals.sub(distance(other), distance(value))) < 0,
        )
        const [cell] = gradeStep(tensorStep([], [exact], { acceptance: { kind: 'rounded', places } }), [
          text,
        ]).cells
        expect(cell?.verdict).toBe(nearer ? 'wrong' : 'right')
        expect(cell?.reason).toBe(!nearer && !rationals.equals(value, exact) ? 'rounded' : 'rational')
      }),
      { numRuns: 500 },
    )
  })

  test('[G9] too few places are told of at the cell, whether or not they round to the value', () => {
    const step = tensorStep([2], [q(1, 3), q(1, 3)], { acceptance: { kind: 'rounded', places: 2 } })
    const { cells, message } = gradeStep(step, ['0.3', '7.1'])
    expect(cells[0]).toEqual(cells[1])
    expect(cells[0]?.message).toBe('Type at least 2 decimal places, or the exact value.')
    expect(message).toBe('Neither entry is there yet.')
  })

  test('[G9] a fraction has no places to have too few of, and is not taken as rounded', () => {
    const told = (places: number, typed: string) =>
      gradeStep(tensorStep([], [q(10, 3)], { acceptance: { kind: 'rounded', places } }), [typed]).cells
    const wrong = [{ verdict: 'wrong', reason: 'rational', message: null }]
    expect(told(2, '33/10')).toEqual(wrong)
    expect(told(0, '6/2')).toEqual(wrong)
    expect(told(0, '3')).toEqual([{ verdict: 'right', reason: 'rounded', message: null }])
  })

  test('[G9] one place is told of in the singular', () => {
    const [cell] = gradeStep(tensorStep([], [q(1, 3)], { acceptance: { kind: 'rounded', places: 1 } }), [
      '0',
    ]).cells
    expect(cell?.message).toBe('Type at least 1 decimal place, or the exact value.')
  })

  test('a right answer says that it was taken as rounded', () => {
    expect(
      gradeStep(tensorStep([], [q(1, 3)], { acceptance: { kind: 'rounded', places: 2 } }), ['0.33']).message,
    ).toBe('Right, correctly rounded.')
    const step = tensorStep([2], [q(1, 3), q(1)], { acceptance: { kind: 'rounded', places: 2 } })
    expect(gradeStep(step, ['0.33', '1']).message).toBe('Right, every entry correctly rounded.')
    expect(gradeStep(step, ['1/3', '1']).message).toBe('Right, both entries.')
  })
})
