import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atomField, type Scalar, transcendentalDuals } from '@/lib/exact/atoms'
import { Budget } from '@/lib/exact/budget'
import { mapTensor } from '@/lib/exact/tensor'
import { mistakenAnswers, solveReport, workedSolution } from '@/lib/exercise'
import { isTensorStep, type Key } from '@/lib/exercise/key'
import { evaluateExpr, nodeOf } from '@/lib/network'
import { sentenceOf } from '@/lib/words/sentence'
import { takesLong } from '../../takes-long'
import { gradeStep } from '../grading/plain'
import { lint } from './lint/linted'
import { answersOf, keyOf, stepsOf, told, viewOf } from './solve'

takesLong()

/** z = (0, ln 2, ln 5), so p = (1/8, 1/4, 5/8). */
const softmax = 'given z = [0, log(2), log(5)]\np = softmax(z)\nask p, dp/dz'
const jacobian = ['7/64', '-1/32', '-5/64', '-1/32', '3/16', '-5/32', '-5/64', '-5/32', '15/64']

describe('ask dp/dz is the whole local Jacobian, in numerator layout', () => {
  test('of a softmax', () => {
    const { steps } = solveReport(keyOf(softmax))
    expect(steps[1]).toEqual({
      id: 'dp/dz',
      kind: 'partial',
      shape: [3, 3],
      answer: [jacobian.slice(0, 3), jacobian.slice(3, 6), jacobian.slice(6)],
    })
  })

  test.each([
    ['a scalar by a vector is one row', 'given z = [1, 2]\nq = sum(z^2)\nask dq/dz', 'dq/dz', [['2', '4']]],
    ['a vector by a scalar is one column', 'given s = 3\nv = [s, s^2]\nask dv/ds', 'dv/ds', [['1'], ['6']]],
    [
      'a column and a row are read as lists of entries',
      'given x = [[1], [2]]\ngiven A = [[1, 2], [3, 4]]\nr = (A @ x).T\nask dr/dx',
      'dr/dx',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'one entry of the upper side is one row',
      'given z = [1, 2]\nh = relu(z) * 3\nask dh[2]/dz',
      'dh[2]/dz',
      [['0', '3']],
    ],
    ['of two scalars it stays a scalar', 'given x = 3\ny = x^2\nask dy/dx', 'dy/dx', '6'],
    [
      'of the loss it stays the gradient',
      'param w = [1, 2]\nloss L = sum(w^2)\nask dL/dw',
      'dL/dw',
      ['2', '4'],
    ],
  ])('%s', (_what, source, id, answer) => {
    expect(answersOf(solveReport(keyOf(source)))[id]).toEqual(answer)
  })

  test('says its layout above the cells', () => {
    const step = stepsOf(viewOf(softmax))[1]
    expect(step?.shape).toEqual([3, 3])
    expect(step?.remark).toContain('numerator layout')
    expect(step?.title).toBe('Jacobian of p by z')
  })

  test.each([
    [
      'given A = [[1, 2], [3, 4]]\ngiven x = [1, 2]\ny = A @ x\nask dy/dA',
      '4:8 A is 2x2: a Jacobian is asked of scalars, of vectors and of matrices of one row or one column. For one entry write dA[1,1]',
    ],
    ['given x = [1, 2]\ny = 2 * x\nask formula dy/dx', '3:5 a formula is asked for a node'],
    ['given x = [1, 2]\ny = 2 * x\nask shape dy/dx', '3:5 shape is asked of a node'],
    [
      'given x = [1, 2]\ngiven u = [1, 2]\ny = 2 * x\nask dy/du',
      '4:5 u does not occur in the expression of y',
    ],
    ['given x = ones(100)\ny = 2 * x\nask dy/dx', '3:5 this is 100x100: 10,000 entries'],
  ])('refuses %s', (source, error) => {
    const [first = ''] = told(source)
    expect(first).toContain(error)
  })
})

/** The slopes of every entry by every entry, each with one forward pass of dual numbers. */
function byDuals(key: Key, of: string, by: string): Scalar[][] {
  const field = atomField(new Budget({ work: 3_000_000, digits: 4096 }), key.table.fork())
  const duals = transcendentalDuals<Scalar>(field)
  const { expr } = nodeOf(key.exercise.graph, of)
  const columns = (key.values.get(by)?.data ?? []).map((_, moved) => {
    const values = new Map(
      [...key.values].map(([name, tensor]) => [
        name,
        mapTensor(tensor, (value, at) => ({
          value,
          derivative: name === by && at === moved ? field.one : field.zero,
        })),
      ]),
    )
    const run = evaluateExpr(expr, duals, values)
    if (!run.ok) throw new Error('no value')
    return run.value.data.map(({ derivative }) => derivative)
  })
  return (columns[0] ?? []).map((_, row) => columns.map(column => column[row]!))
}

test('agrees with dual numbers, entry by entry', () => {
  const lines = ['softmax(z)', 'tanh(z) * z', 'W @ z', 'relu(W @ z) + z[1]', 'z * sum(z)', 'layernorm(z)']
  const entry = fc.integer({ min: -4, max: 4 })
  const vector = fc.array(entry, { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(
      fc.constantFrom(...lines),
      vector.filter(z => new Set(z).size > 1),
      fc.array(vector, { minLength: 2, maxLength: 4 }),
      (line, z, W) => {
        const key = keyOf(
          `given z = [${z}]\ngiven W = [${W.map(row => `[${row}]`).join(', ')}]\np = ${line}\nask dp/dz`,
        )
        const field = atomField(new Budget({ work: 3_000_000, digits: 4096 }), key.table.fork())
        const [step] = key.steps
        if (step === undefined || !isTensorStep(step)) throw new Error('no step')
        const expected = byDuals(key, 'p', 'z').flat()
        expect(step.shape).toEqual([expected.length / 3, 3])
        for (const [at, slope] of step.answer.data.entries()) {
          expect(field.equals(slope, expected[at]!), `${line} at ${at}`).toBe(true)
        }
      },
    ),
    { numRuns: 60 },
  )
})

const typed = (cells: string[], earlier: Record<string, string[]> = {}, source = softmax) =>
  gradeStep(keyOf(source), 'dp/dz', cells, new Map(Object.entries(earlier))).verdict

describe('answers to a Jacobian', () => {
  test('a right one says why', () => {
    expect(typed(jacobian)).toMatchObject({ verdict: 'right' })
  })

  test('[G6] the diagonal alone, and the other layout, have their names', () => {
    const diagonal = jacobian.map((cell, at) => (at % 4 === 0 ? cell : '0'))
    expect(typed(diagonal).mistakes).toEqual(
      expect.arrayContaining(['jacobian-diagonal', 'softmax-diagonal']),
    )
    const matrix = 'given z = [1, 2]\ngiven A = [[1, 2], [3, 4]]\np = A @ z\nask dp/dz'
    expect(typed(['1', '3', '2', '4'], {}, matrix).mistakes).toContain('jacobian-transposed')
    const apart = 'given z = [1, 2]\np = z[1] * [1, 3] + z[2] * [2, 4]\nask dp/dz'
    expect(typed(['1', '3', '2', '4'], {}, apart)).toMatchObject({
      mistakes: ['jacobian-transposed'],
      message: expect.stringContaining('Rows or columns'),
    })
  })

  test('[G4] goes on from a wrong p, whose slopes are told by its own value', () => {
    const p = ['1/5', '3/10', '1/2']
    const own = ['4/25', '-3/50', '-1/10', '-3/50', '21/100', '-3/20', '-1/10', '-3/20', '1/4']
    expect(typed(own, { p }).verdict).toBe('follows')
  })

  test('the mistakes of its op are made in all rows', () => {
    const named = mistakenAnswers(keyOf(softmax), 'dp/dz').answers.map(({ mistake }) => mistake)
    expect(named).toEqual(expect.arrayContaining(['jacobian-diagonal', 'softmax-diagonal', 'link-dropped']))
  })
})

test('its worked solution has the rule, each entry, and all together', () => {
  const key = keyOf('given z = [1, 2]\ngiven A = [[1, 2], [3, 4]]\np = A @ z\nask dp/dz')
  const lines = workedSolution(key)[0]?.lines ?? []
  expect(lines.map(({ text }) => text)).toEqual([
    'p = A @ z',
    'dp[1]/dz[1] = A[1,1] = 1',
    'dp[1]/dz[2] = 2',
    'dp[2]/dz[1] = 3',
    'dp[2]/dz[2] = 4',
    'dp/dz = [[1, 2], [3, 4]]',
  ])
  expect(sentenceOf(lines[1]!.says)).toContain('Row by row')
})

test('lint says that a symmetric one cannot tell its layout', () => {
  const read = lint('given z = [1, 2]\ngiven A = [[1, 2], [2, 4]]\np = A @ z\nask dp/dz', false)
  expect(read.collisions).toContainEqual({ step: 'dp/dz', mistake: 'jacobian-transposed', with: 'right' })
})
