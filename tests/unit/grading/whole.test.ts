import { describe, expect, test } from 'vitest'
import { AtomTable } from '@/lib/exact/atoms'
import { Scratch } from '@/lib/grading/scratch'
import { gradeAlone } from '@/lib/grading/step'
import type { CellVerdict, StepVerdict } from '@/lib/protocol/verdict'
import { keyOf } from '../exercise/solve'
import { gradeStep, type PlainGraded } from './plain'
import { q, shapeStep, tensorStep } from './steps'

/** Whole verdicts with everything that they rest on, so that nothing is in one that its rule does not put there. */

const chain = keyOf(`
given x = 5
u = 2 * x
v = x + 1
y = [3 * u, 2 * v, u * v]
ask u, v, y, shape y
`)
// u = 10, v = 6, y = (30, 12, 60)

const product = keyOf(`given A : 2x2
given B : 2x2
given G : 2x2
C = A @ B
upstream dL/dC = G
ask formula dL/dA`)

const exact = (verdict: 'right' | 'wrong' | 'follows'): CellVerdict => ({
  verdict,
  reason: 'rational',
  message: null,
})

const unjudged = (message: string | null): CellVerdict => ({ verdict: 'invalid', reason: null, message })

/** A verdict that rests on nothing but the answer itself. */
const byItself = (verdict: StepVerdict): PlainGraded => ({ verdict, follows: [], mend: [], labels: [] })

function grade(step: string, cells: string[], earlier: Record<string, string[]> = {}): PlainGraded {
  return gradeStep(chain, step, cells, new Map(Object.entries(earlier)))
}

const formula = (...cells: string[]) => gradeStep(product, 'formula dL/dA', cells, new Map())

describe('[G4] what a verdict rests on', () => {
  test('a right one on nothing', () => {
    expect(grade('u', ['10'])).toEqual(
      byItself({
        verdict: 'right',
        cells: [exact('right')],
        mistakes: [],
        message: 'Right, exactly. u = 2 * x, with the earlier values put in.',
      }),
    )
  })

  test('one that follows on the steps that it follows, with nothing to mend', () => {
    expect(grade('y', ['33', '12', '66'], { u: ['11'] })).toEqual({
      ...byItself({
        verdict: 'follows',
        cells: [exact('follows'), exact('right'), exact('follows')],
        mistakes: [],
        message: 'Right, given your own u. That earlier answer is not exact yet.',
      }),
      follows: ['u'],
    })
  })

  test('[G5] one that would be a free ride on the steps to mend, and no mistake is held against it', () => {
    expect(grade('y', ['3', '12', '6'], { u: ['1'] })).toEqual({
      verdict: {
        verdict: 'wrong',
        cells: [exact('wrong'), exact('right'), exact('wrong')],
        mistakes: [],
        message: 'Correct u first. As it stands, nothing is left to work out here.',
      },
      follows: ['u'],
      mend: ['u'],
      labels: [],
    })
  })

  test('[G2] what is not checked rests on nothing, whatever came before', () => {
    expect(grade('u', ['']).verdict.cells).toEqual([unjudged('This cell is empty. Type 0 if you mean zero.')])
    expect(grade('u', ['10', '10'], { v: ['7'] })).toEqual(
      byItself({
        verdict: 'invalid',
        cells: [unjudged(null)],
        mistakes: [],
        message: 'Not checked, no attempt spent. This step has 1 entry, the answer has 2 entries.',
      }),
    )
  })

  test('a step that the exercise does not have is a bug of whoever asks', () => {
    expect(() => grade('w', ['1'])).toThrow(new RangeError('no step w'))
  })
})

describe('[G2] [G3] a shape', () => {
  const told = (...cells: string[]) => grade('shape y', cells)

  test('right, and why', () => {
    expect(told('3')).toEqual(
      byItself({
        verdict: 'right',
        cells: [exact('right')],
        mistakes: [],
        message: 'Right, exactly. y has the shape that [3 * u, 2 * v, u * v] gives.',
      }),
    )
  })

  test('wrong', () => {
    expect(told('2')).toEqual(
      byItself({ verdict: 'wrong', cells: [exact('wrong')], mistakes: [], message: 'Not there yet.' }),
    )
  })

  test('one cell, no more and no fewer', () => {
    const counted = (arrived: string) =>
      byItself({
        verdict: 'invalid',
        cells: [unjudged(null)],
        mistakes: [],
        message: `Not checked, no attempt spent. This step has 1 entry, the answer has ${arrived}.`,
      })
    expect(told('3', '3')).toEqual(counted('2 entries'))
    expect(told()).toEqual(counted('0 entries'))
  })
})

describe('[G2] [G6] a formula', () => {
  const proved = (verdict: 'right' | 'wrong'): CellVerdict => ({ ...exact(verdict), reason: 'identity' })

  test('right', () => {
    expect(formula('G @ B.T')).toEqual(
      byItself({
        verdict: 'right',
        cells: [proved('right')],
        mistakes: [],
        message: 'Right, for all values.',
      }),
    )
  })

  test('the wrong rule that it is, made at the step itself, with a nudge', () => {
    expect(formula('B.T @ G')).toEqual({
      ...byItself({
        verdict: 'wrong',
        cells: [proved('wrong')],
        mistakes: ['factor-order'],
        message: 'Not there yet. Does the order matter here?',
      }),
      labels: [{ mistake: 'factor-order', node: 'formula dL/dA' }],
    })
  })

  test('[G9] with several names the message stays general', () => {
    const gates = keyOf(`param A : 2x2
param B : 2x2
given G : 2x2
C = A * B
upstream dL/dC = G
ask formula dL/dB`)
    const { verdict, labels } = gradeStep(gates, 'formula dL/dB', ['G * B'], new Map())
    expect(verdict.message).toBe('Not there yet.')
    expect(verdict.mistakes).toEqual(['own-value', 'wrong-layer'])
    expect(labels.map(({ mistake }) => mistake)).toEqual(verdict.mistakes)
  })

  test('without a name there is no nudge', () => {
    expect(formula('A + G')).toEqual(
      byItself({ verdict: 'wrong', cells: [proved('wrong')], mistakes: [], message: 'Not there yet.' }),
    )
  })

  test('not read: the message stands at the one cell there is', () => {
    const message = 'This is empty. Type a formula, such as A @ B.T.'
    expect(formula('')).toEqual(
      byItself({
        verdict: 'invalid',
        cells: [unjudged(message)],
        mistakes: [],
        message: `Not checked, no attempt spent. ${message}`,
      }),
    )
  })

  test('one cell, no more and no fewer', () => {
    for (const [cells, arrived] of [
      [[], '0 entries'],
      [['G @ B.T', 'G @ B.T'], '2 entries'],
    ] as const) {
      expect(formula(...cells)).toEqual(
        byItself({
          verdict: 'invalid',
          cells: [unjudged(null)],
          mistakes: [],
          message: `Not checked, no attempt spent. This step has 1 entry, the answer has ${arrived}.`,
        }),
      )
    }
  })
})

describe('what was read of an answer', () => {
  const typedOf = (step: Parameters<typeof gradeAlone>[0], cells: string[]) =>
    gradeAlone(step, cells, new Scratch(() => new AtomTable())).typed
  const pair = tensorStep([2], [q(1), q(2)])
  const choice = {
    id: 'find.step',
    kind: 'find',
    shape: [],
    points: 1,
    acceptance: null,
    hints: [],
    asks: 'step',
    answer: 'z',
    choices: ['z'],
    accepted: ['z'],
  } as const

  test('is kept of a step that was graded cell by cell, right or wrong', () => {
    const read = (n: number) => ({ ok: true, value: q(n), places: 0, usesDecimal: false })
    expect(typedOf(pair, ['1', '2'])).toEqual([read(1), read(2)])
    expect(typedOf(pair, ['1', '3'])).toEqual([read(1), read(3)])
  })

  test('[G2] and of no other: nothing is explained of what was not graded', () => {
    expect(typedOf(pair, ['1'])).toEqual([])
    expect(typedOf(pair, ['1', ''])).toEqual([])
    // It can be read, but telling it from 2 takes too much work.
    expect(typedOf(pair, ['1', 'exp(exp(30))'])).toEqual([])
    expect(typedOf(shapeStep([2]), ['2'])).toEqual([])
    expect(typedOf(choice, ['z'])).toEqual([])
  })
})
