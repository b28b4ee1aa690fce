import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { atomField, spellScalar } from '@/lib/exact/atoms'
import { Budget } from '@/lib/exact/budget'
import { rational } from '@/lib/exact/rational'
import { derivationOf, isTensorStep, type Key, mistakenAnswers, truthOf } from '@/lib/exercise'
import { isSlip } from '@/lib/grading/slip'
import { builtIn } from '@/lib/lessons'
import { lessonSource } from '../../lesson-files'
import { takesLong } from '../../takes-long'
import { keyOf } from '../exercise/solve'
import { gradeSheet, gradeStep } from './plain'

takesLong()

const lesson = keyOf(lessonSource('full-small-network'))

function mistakes(key: Key, step: string, cells: string[], earlier: Record<string, string[]> = {}) {
  return gradeStep(key, step, cells, new Map(Object.entries(earlier))).verdict.mistakes
}

describe('the derivation of an exercise', () => {
  test.each(builtIn)(
    '$slug: every step is answered by it as by the key, which computes them otherwise',
    ({ file }) => {
      const key = keyOf(readFileSync(`lib/lessons/${file}`, 'utf8'))
      const truth = truthOf(key)
      const { asked } = derivationOf(key.exercise)
      for (const step of key.steps) {
        const at = asked.get(step.id)
        if (!isTensorStep(step) || at?.index) continue
        // A count is made of lengths, not of numbers.
        if (step.id.startsWith('count ')) expect(at).toBeUndefined()
        else
          expect([step.id, truth?.values.get(at?.quantity ?? '')?.data]).toEqual([step.id, step.answer.data])
      }
    },
  )

  test('several steps of descent, unequal nudges, givens that change nothing, partials', () => {
    const key = keyOf(
      `
given x = [[1], [2]]
given s = x * 2
param W = [[1, 2], [3, -4]]
loss L = sum((relu(W @ x) - x)^2)
ask dL/dW, dL/dx[2,1]
nudge rising 1/10
nudge 1/3
descend 1/100 steps 3
descend 1/7
`.replace('given s = x * 2\n', ''),
    )
    const truth = truthOf(key)
    const { asked } = derivationOf(key.exercise)
    for (const step of key.steps) {
      const at = asked.get(step.id)
      if (!isTensorStep(step) || at === undefined || at.index) continue
      expect([step.id, truth?.values.get(at.quantity)?.data]).toEqual([step.id, step.answer.data])
    }
  })
})

describe('[G6] named mistakes', () => {
  test('one way round, one transpose, one product: matrices', () => {
    const key = keyOf(lessonSource('matrix-multiplication'))
    // G = [[3, 2], [1, 3]], A = [[1, 5], [3, 2]], B = [[3, 3], [1, 4]]
    expect(mistakes(key, 'dL/dA', ['11', '17', '6', '15'])).toEqual(['missing-transpose'])
    expect(mistakes(key, 'dL/dA', ['10', '9', '13', '18'])).toEqual(['factor-order'])
    expect(mistakes(key, 'dL/dA', ['9', '6', '1', '12'])).toEqual(['hadamard-for-matmul'])
    expect(mistakes(key, 'dL/dA', ['15', '12', '11', '13'])).toEqual(['transpose-answer'])
    expect(mistakes(key, 'dL/dB', ['8', '17', '11', '12'])).toEqual(['missing-transpose'])
  })

  test('a sign dropped at a difference, a slope at a quotient', () => {
    // r = (-2, -6), dL/dr = (-4, -12), dL/dp = (4, 12)
    const apart = keyOf('given y = [3, 1]\nparam p = [5, 7]\nr = y - p\nloss L = sum(r^2)\nask dL/dr, dL/dp')
    expect(mistakes(apart, 'dL/dp', ['-4', '-12'], { 'dL/dr': ['-4', '-12'] })).toEqual(['link-dropped'])
    // A student who did not answer dL/dr may have turned the sign there.
    expect(mistakes(apart, 'dL/dp', ['-4', '-12'])).toEqual(['link-dropped', 'residual-flip'])
    // In the loss itself it is the residual that was turned round.
    const within = keyOf('given y = [3, 1]\nparam p = [5, 7]\nloss L = sum((y - p)^2)\nask dL/dp')
    expect(mistakes(within, 'dL/dp', ['-4', '-12'])).toEqual(['residual-flip'])
    // dL/dq = 5, dL/da = 5/3, dL/db = -10/9
    const over = keyOf('param a = 2\nparam b = 3\nq = a / b\nloss L = 5 * q\nask dL/dq, dL/da, dL/db')
    expect(mistakes(over, 'dL/da', ['5'])).toEqual(['link-dropped'])
    expect(mistakes(over, 'dL/db', ['5'])).toEqual(['link-dropped'])
    expect(mistakes(over, 'dL/db', ['10/9'])).toEqual(['quotient-order'])
  })

  test('chains, paths and products', () => {
    const chain = keyOf('param x = 2\nu = 3 * x + 1\nv = u^2\nloss L = 5 * v\nask dL/dv, dL/du, dL/dx')
    // u = 7: dL/dv = 5, dL/du = 70, dL/dx = 210
    expect(mistakes(chain, 'dL/du', ['35'])).toEqual(['no-two'])
    expect(mistakes(chain, 'dL/du', ['5'])).toEqual(['link-dropped'])
    expect(mistakes(chain, 'dL/du', ['20'])).toEqual(['wrong-point'])
    expect(mistakes(chain, 'dL/du', ['14'], { 'dL/dv': ['5'] })).toEqual(['upstream-ignored'])
    // A student who did not answer dL/dv may have lost the 5 there.
    expect(mistakes(chain, 'dL/du', ['14'])).toEqual(['upstream-ignored', 'link-dropped'])
    expect(mistakes(chain, 'dL/dx', ['70'])).toEqual(['link-dropped'])
    const routes = keyOf('param x = 3\nu = x^2\nv = x + 4\nloss L = u * v\nask u, v, dL/du, dL/dv, dL/dx')
    // u' v + u v' = 6 * 7 + 9 = 51
    expect(mistakes(routes, 'dL/dx', ['42'])).toEqual(['one-path'])
    expect(mistakes(routes, 'dL/dx', ['378'])).toEqual(['paths-multiplied'])
    expect(mistakes(routes, 'dL/dx', ['6'])).toEqual(['product-of-derivatives'])
    const skip = keyOf('param x = 2\nf = 5 * x\ny = x + f\nloss L = 3 * y\nask dL/dy, dL/df, dL/dx')
    expect(mistakes(skip, 'dL/dx', ['15'])).toEqual(['skip-lost'])
    expect(mistakes(skip, 'dL/dx', ['3'])).toEqual(['skip-only'])
  })

  test('a batch: its bias and its mean', () => {
    const batch = keyOf(`
given X = [[1, 2], [3, 5], [-2, 4]]
param W = [[2], [3]]
param b = [7]
p = X @ W + b
loss L = mean(p^2)
ask p, dL/dp, dL/dW, dL/db
`)
    // p = (15, 28, 15), dL/dp = (10, 56/3, 10)
    expect(mistakes(batch, 'dL/db', ['56/3'])).toEqual(['bias-unsummed'])
    expect(mistakes(batch, 'dL/dp', ['30', '56', '30'])).toEqual(['mean-sum'])
  })

  test('in a later step of descent: forward values from before it', () => {
    const twice = keyOf('param w = 2\nu = w^2\nloss L = u^2\nask u, L, dL/du, dL/dw\ndescend 1/100 steps 2')
    // w' = 2 - 32/100 = 1.68; dL/dw' = 4 w'^3, with the old u: 2 * 4 * 2 * 1.68
    const stale = rational(168, 100)
    expect(stale.n).toBe(42n)
    expect(mistakes(twice, 'descend.loss', ['16'])).toEqual(['stale-forward'])
  })

  test('on earlier answers of the student as on the true ones', () => {
    const own = { 'dL/dyhat': ['-4'], h: ['1.2', '0', '0.5'] }
    // The input forgotten, from a gradient of -4.
    expect(mistakes(lesson, 'dL/dW2', ['-4', '-4', '-4'], own)).toEqual(['input-forgotten'])
    expect(mistakes(lesson, 'dL/dW2', ['-3', '-3', '-3'], own)).toEqual(['input-forgotten'])
    // What is taken by mistake may be the student's own as well: the gradient of W2 in its place.
    expect(mistakes(lesson, 'dL/dh', ['12', '15', '18'], { 'dL/dW2': ['-4', '-5', '-6'] })).toEqual([
      'grad-for-weight',
    ])
  })

  test('a mistake in a step that was left out is found by the same computation', () => {
    const { verdict, labels } = gradeStep(
      lesson,
      'dL/dW1',
      ['1.5', '3', '6', '12', '-0.6', '-1.2'],
      new Map(),
    )
    expect(verdict.mistakes).toEqual(['mask-omitted'])
    expect(labels).toEqual([{ mistake: 'mask-omitted', node: 'dL/dz' }])
  })

  test('[G9] with several the message stays general', () => {
    const flat = keyOf('given x = [[2]]\nparam w = [[2]]\nz = w @ x\nloss L = 3 * sum(z)\nask dL/dz, dL/dw')
    const graded = gradeStep(flat, 'dL/dw', ['3'], new Map())
    expect(graded.verdict.mistakes.length).toBe(1)
    expect(graded.verdict.message).toBe('Not there yet. What multiplies w?')
    const vague = keyOf('given x = [[4]]\nparam w = [[3]]\nz = w @ x\nloss L = 3 * sum(z)\nask dL/dz, dL/dw')
    const both = gradeStep(vague, 'dL/dw', ['9'], new Map())
    expect(both.verdict.mistakes).toEqual(['own-value'])
    const many = keyOf('given x = [[4]]\nparam w = [[1]]\nz = w @ x\nloss L = 3 * sum(z)\nask dL/dz, dL/dw')
    const several = gradeStep(many, 'dL/dw', ['3'], new Map())
    expect(several.verdict.mistakes).toEqual(['own-value', 'input-forgotten'])
    expect(several.verdict.message).toBe('Not there yet.')
  })

  test('[G9] no message holds a right value', () => {
    for (const step of lesson.steps) {
      if (step.kind === 'shape' || step.kind === 'formula') continue
      for (const { value } of mistakenAnswers(lesson, step.id).answers) {
        const cells = value.data.map(spellScalar)
        const { message } = gradeStep(lesson, step.id, cells, new Map()).verdict
        expect(
          message.replace(/\b[a-zA-Z]+\d?\[[\d,]+\]|\b[Wbz]\d\b|\(\d, \d\)|1\/n|Entr(y|ies) [\d, and]+/g, ''),
        ).not.toMatch(/\d/)
      }
    }
  })
})

describe('[G8] slips, last', () => {
  const q = (n: number, d = 1) => rational(n, d)

  test.each([
    [q(-36, 10), q(36, 10), true],
    [q(72, 10), q(36, 10), true],
    [q(18, 10), q(36, 10), true],
    [q(36), q(36, 10), true],
    [q(36, 100), q(36, 10), true],
    [q(63, 10), q(36, 10), true],
    [q(21, 35), q(12, 35), true],
    [q(35, 10), q(36, 10), false],
    [q(0), q(36, 10), false],
    [q(36, 10), q(36, 10), false],
  ])('%o for %o: %s', (typed, right, slip) => {
    expect(isSlip(atomField(new Budget({ work: 1000, digits: 100 })), typed, right)).toBe(slip)
  })

  test('one cell alone, and nothing is said of which kind', () => {
    const graded = gradeStep(lesson, 'dL/dW1', ['1.5', '3', '0', '0', '0.6', '-1.2'], new Map())
    expect(graded.verdict.mistakes).toEqual(['one-cell-slip'])
    expect(graded.verdict.message).toBe('Five of six. Entry (3, 1) is not there yet. Recompute this row.')
    expect(mistakes(lesson, 'dL/dW1', ['1.5', '-3', '0', '0', '0.6', '-1.2'])).toEqual([])
  })

  test('also on what follows from an earlier answer', () => {
    const own = { 'dL/dz': ['2.5', '0', '-0.7'] }
    const cells = ['2.5', '5', '0', '0', '0.7', '-1.4']
    expect(mistakes(lesson, 'dL/dW1', cells, own)).toEqual(['one-cell-slip'])
  })

  test('a named mistake comes before a slip', () => {
    // r in place of 2r.
    expect(mistakes(lesson, 'dL/dyhat', ['-1.5'])).toEqual(['no-two'])
  })
})

describe('[G7] root errors', () => {
  test('one early slip followed through is one error', () => {
    const sheet = gradeSheet(lesson, {
      yhat: [['0.7']],
      L: '0.01',
      'dL/dyhat': [['-0.2']],
      'dL/dW2': [['-0.24', '0', '-0.1']],
      'dL/db2': [['-0.2']],
    })
    if (!sheet.ok) throw new Error(sheet.message)
    expect(Object.values(sheet.report.steps).map(({ verdict }) => verdict)).toEqual([
      'wrong',
      'follows',
      'follows',
      'follows',
      'follows',
    ])
    expect(sheet.roots).toEqual([
      { kind: 'mistake', mistake: 'one-cell-slip', node: 'yhat', steps: ['yhat'] },
    ])
  })

  test('steps that one mistake in an unasked quantity explains share it', () => {
    const short = keyOf(`
given x = [[1], [2]]
param W = [[3, 5]]
param b = [[7]]
given y = [[1]]
p = W @ x + b
loss L = sum((p - y)^2)
ask p, L, dL/dW, dL/db
`)
    // r = 19: dL/dp = 38, not asked; without the 2 it is 19.
    const sheet = gradeSheet(short, { 'dL/dW': [['19', '38']], 'dL/db': [['19']] })
    if (!sheet.ok) throw new Error(sheet.message)
    expect(sheet.roots).toEqual([
      { kind: 'mistake', mistake: 'no-two', node: 'dL/dp', steps: ['dL/dW', 'dL/db'] },
    ])
  })

  test('a step that nothing explains is an error of its own', () => {
    const sheet = gradeSheet(lesson, { L: '17', yhat: [['23']] })
    expect(sheet).toMatchObject({
      roots: [
        { kind: 'unexplained', steps: ['yhat'] },
        { kind: 'unexplained', steps: ['L'] },
      ],
    })
  })
})
