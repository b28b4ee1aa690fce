import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Rational, rational, showRational } from '@/lib/exact/rational'
import { takesLong } from '../../takes-long'
import { anyRational } from '../exact/random'
import { keyOf } from '../exercise/solve'
import { gradeStep as gradeWhole } from './plain'
import { gradeStep, q, tensorStep } from './steps'

takesLong()

const graded = (exact: Rational, of: Rational, typed: string) =>
  gradeStep(tensorStep([], [exact], { acceptance: { kind: 'within', of } }), [typed])

describe('[G1] steps that say `within`', () => {
  test.each([
    ['0.33', 'right within'],
    ['0.34', 'right within'],
    ['.335', 'right within'],
    ['33/100', 'right within'],
    ['0.3+0.03', 'right within'],
    ['1/3', 'right rational'],
    // The bound is included, on both sides.
    ['1/3+1/100', 'right within'],
    ['1/3-1/100', 'right within'],
    ['1/3+1/99', 'wrong rational'],
    ['0.32', 'wrong rational'],
    ['-0.33', 'wrong rational'],
  ])('a third within 0.01, typed %s: %s', (typed, verdict) => {
    const [cell] = graded(q(1, 3), q(1, 100), typed).cells
    expect(`${cell?.verdict} ${cell?.reason}`).toBe(verdict)
  })

  test('exactly where the distance is at most the one chosen', () => {
    fc.assert(
      fc.property(anyRational, anyRational, anyRational, (exact, of, off) => {
        const { n, d } = of
        fc.pre(n !== 0n)
        const distance = { n: n < 0n ? -n : n, d }
        // Off by some share of the distance, so that both verdicts are met.
        const typed = rational(exact.n * d * off.d + exact.d * distance.n * off.n, exact.d * d * off.d)
        const text = showRational(typed)
        fc.pre(text.length <= 200)
        const size = off.n < 0n ? -off.n : off.n
        const verdict = size <= off.d ? 'right' : 'wrong'
        expect(graded(exact, distance, text).cells[0]?.verdict).toBe(verdict)
      }),
      { numRuns: 500 },
    )
  })

  test('what is right says so, and that digits are missing is said of a rounding only', () => {
    expect(graded(q(1, 3), q(1, 100), '0.33').message).toBe('Right, close enough.')
    expect(graded(q(1, 3), q(1, 1000), '0.33').message).toBe(
      'Not there yet. More digits are needed here, or the exact value.',
    )
    expect(graded(q(1, 3), q(1, 1000), '0.35').message).toBe('Not there yet.')
    const pair = tensorStep([2], [q(1, 3), q(1)], { acceptance: { kind: 'within', of: q(1, 10) } })
    expect(gradeStep(pair, ['0.33', '1']).message).toBe('Right, every entry close enough.')
    expect(gradeStep(pair, ['1/3', '1']).message).toBe('Right, both entries.')
  })

  test('beyond the rationals: sigmoid(1) = 0.73105857…, the bound proved', () => {
    const neuron = keyOf('given x = 1\na = sigmoid(x)\nask a within 0.001')
    const cell = (typed: string) => gradeWhole(neuron, 'a', [typed], new Map()).verdict.cells[0]
    for (const near of ['0.731', '0.7301', '0.732', 'sigmoid(1)+0.001', 'e/(1+e) - 1/1000']) {
      expect(cell(near), near).toMatchObject({ verdict: 'right', reason: 'within' })
    }
    for (const far of ['0.73', '0.7321', 'sigmoid(1)+0.00100001', '-0.731']) {
      expect(cell(far)?.verdict, far).toBe('wrong')
    }
    expect(cell('1/(1+exp(-1))')).toMatchObject({ verdict: 'right', reason: 'field' })
  })
})

test('`exact` takes no decimal, whatever `accept` says', () => {
  const key = keyOf('given x = 1/3\ny = 2 * x\naccept rounded 2\nask x, y exact')
  const said = (step: string, typed: string) => {
    const { verdict } = gradeWhole(key, step, [typed], new Map())
    return `${verdict.verdict} ${verdict.cells[0]?.reason}`
  }
  expect(said('x', '0.33')).toBe('right rounded')
  expect(said('y', '0.67')).toBe('wrong rational')
  expect(said('y', '2/3')).toBe('right rational')
})
