import { describe, expect, test } from 'vitest'
import { checkFormula, formulaNames, type Key, solveReport } from '@/lib/exercise'
import { compileFormula } from '@/lib/exercise/formula/compile'
import { readFormula } from '@/lib/language/answer/formula'
import { plainSentence } from '@/lib/words/sentence'
import { takesLong } from '../../../takes-long'
import { answersOf, keyOf, told } from '../solve'

takesLong()

/** One node an op, each in shapes with and without broadcasting. */
const bodies = [
  'A + B',
  'A + v',
  'v + A',
  'A + s',
  'A - C',
  'A.T - w',
  'A * B',
  'A * s',
  'v * A',
  'A / (B^2 + 1)',
  'A / s',
  'A @ B.T',
  'A @ v',
  'v @ A.T',
  'v @ v',
  'w @ A',
  'A.T',
  '-A',
  'A^3',
  'A^-1',
  'square(A)',
  'relu(A)',
  'step(A) * A',
  'abs(A)',
  'max(A, B)',
  'min(A, B)',
  'sum(A)',
  'sum(A, 1)',
  'sum(A, 2)',
  'mean(A)',
  'mean(A, 1)',
  'mean(A, 2) + 0',
  'relu(A @ B.T + 1) @ A',
  '(A * B) @ v + w',
  'A * A - A',
  'concat(A, B, 1)',
  'reshape(A, 6)',
  'v + v',
  'sigmoid(A @ v)',
  'tanh(A @ v) * w',
  'exp(A / 2) + B',
  'log(A * A + 1)',
  'sqrt(B * B + 1) - A',
  'softplus(v) * A',
  '(A - B) / (A * A + 1)',
  'mean(A * B) + 0 * v',
  'mean(A @ v) * w',
  'softmax(v)',
  'softmax(A @ v) + w',
  'log_softmax(v)',
]

const leaves = `given A = [[1, 2, -3], [4, -5, 6]]
given B = [[2, -1, 1], [0, 3, 5]]
given C = [[1], [2]]
given v = [1, -2, 3]
given w = [2, 5]
given s = 3
`

describe('the formula that is printed', () => {
  let printed = 0
  test.each(bodies)('%s: the value and every gradient, or no formula is known', body => {
    const used = ['A', 'B', 'C', 'v', 'w', 's'].filter(name => new RegExp(`\\b${name}\\b`).test(body))
    for (const asked of ['formula Y', ...used.map(name => `formula dL/d${name}`)]) {
      const source = `${leaves}Y = ${body}\nloss Q = sum(Y^2)\nask ${asked}`
      const errors = told(source)
      if (errors.length > 0) {
        expect(errors).toEqual([expect.stringMatching(/^9:5 no formula is known for (Y|dL\/d\w) /)])
        continue
      }
      const key = keyOf(source)
      const answer = String(answersOf(solveReport(key))[asked])
      expect(outcome(key, asked, answer), `${asked}: ${answer}`).toMatchObject({ verdict: 'right' })
      expect(answer).not.toMatch(/reshape|concat|\.\.\./)
      printed += 1
    }
  })

  test('is known for nearly all of them', () => {
    expect(printed).toBeGreaterThan(65)
  })

  test('is short where the rule is', () => {
    const answers = (source: string) => answersOf(solveReport(keyOf(source)))
    expect(
      answers(`given x = [[1], [2]]
param W = [[1, 2], [3, 4]]
param b = [[1], [1]]
given y = [[1], [0]]
z = W @ x + b
h = relu(z)
loss Q = sum((h - y)^2)
ask formula dL/dh, formula dL/dz, formula dL/dW, formula dL/db, formula dL/dx`),
    ).toEqual({
      'formula dL/dh': '2 * (h - y)',
      'formula dL/dz': 'dL/dh * step(z)',
      'formula dL/dW': 'dL/dz @ x.T',
      'formula dL/db': 'dL/dz',
      'formula dL/dx': 'W.T @ dL/dz',
    })
  })

  test('of functions beyond the rationals, and of a mean', () => {
    const formulas = ['sigmoid', 'tanh', 'exp', 'log', 'sqrt', 'softplus', 'softmax'].map(name => {
      const source = `given x = [1, 2]\nparam w = [3, 5]\nz = w * x\np = ${name}(z)\nloss Q = mean((p - x)^2)\nask formula dL/dp, formula dL/dz`
      return Object.values(answersOf(solveReport(keyOf(source))))
    })
    expect(new Set(formulas.map(([first]) => first))).toEqual(new Set(['p - x']))
    expect(formulas.map(([, second]) => second)).toEqual([
      'dL/dp * (p * (1 - p))',
      'dL/dp * (1 - p^2)',
      'dL/dp * p',
      'dL/dp / z',
      'dL/dp / (2 * p)',
      'dL/dp * sigmoid(z)',
      'p * (dL/dp - sum(p * dL/dp))',
    ])
  })
})

describe('networks whose values grow too long for exact points', () => {
  const key = keyOf(`given x = [[1], [2]]
given y = [[1], [0]]
param V = [[1, -1], [2, 1]]
param W = [[1, 2], [-1, 1]]
z = V @ x
h = sigmoid(z)
q = W @ h
p = sigmoid(q)
loss Q = mean((p - y)^2)
ask formula dL/dV`)

  test.each([
    ['(W.T @ dL/dq * (h * (1 - h))) @ x.T', 'right'],
    ['(W.T @ (dL/dp * p * (1 - p)) * h * (1 - h)) @ x.T', 'right'],
    ['dL/dz @ x.T', 'right'],
    ['(W.T @ dL/dq * h) @ x.T', 'wrong'],
    ['(dL/dh * sigmoid(h) * (1 - sigmoid(h))) @ x.T', 'wrong'],
    ['-dL/dz @ x.T', 'wrong'],
  ])('%s is %s', (typed, verdict) => {
    expect(outcome(key, 'formula dL/dV', typed).verdict).toBe(verdict)
  })
})

function outcome(key: Key, id: string, text: string) {
  const step = key.steps.find(other => other.id === id)
  if (step?.kind !== 'formula') throw new Error(id)
  return checkFormula(key, step.target, text)
}

describe('what may be asked', () => {
  test.each([
    ['given A = 1\nask formula A', '2:13 A is a given: it is not computed, so there is no formula for it'],
    [
      'given A = 1\nz = 2*A\nask formula dL/dA',
      '3:5 a gradient is asked for, and the file has neither a loss nor an upstream gradient',
    ],
    [
      'given A = 1\nz = 2*A\nask formula dz/dA',
      '3:5 a formula is asked for a node (formula z) or a gradient (formula dL/dz)',
    ],
    ['given A = [1]\nz = 2*A\nask formula z[1]', '3:13 formula is asked of a whole node, not of one entry'],
    ['given A = [1]\nz = 2*A\nask formula z rounded 3', '3:5 a formula is not rounded'],
    [
      'given A = 1\nloss L = 2*A\nask formula dL/dL',
      '3:5 dL/dL is where the backward pass starts: there is no formula to find',
    ],
    [
      'given A = [1]\nz = concat(A, A, 1)\nask formula z',
      '3:5 no formula is known for z (it goes through concat: entries are only moved about, for which formulas have no sign): ask its value instead',
    ],
  ])('%j', (source, message) => expect(told(source)).toEqual([message]))

  test('shapes however large: formulas are checked in small ones', () => {
    const source =
      'given A = random 40x40 from -3..3\nparam B = random 40x40 from -3..3\nC = A @ B\nloss L = sum(C)\nask formula dL/dB'
    const key = keyOf(source)
    expect(outcome(key, 'formula dL/dB', 'A.T @ dL/dC').verdict).toBe('right')
    expect(outcome(key, 'formula dL/dB', 'dL/dC @ A.T')).toMatchObject({
      verdict: 'wrong',
      mistakes: ['factor-order'],
    })
  })

  test('names: nodes, and gradients after the one asked', () => {
    const { exercise } = keyOf('given x = 1\nparam w = 2\nz = w * x\ny = z + 1\nloss Q = y^2\nask y')
    expect(formulaNames(exercise, { of: 'gradient', node: 'z' })).toEqual({
      nodes: ['x', 'w', 'z', 'y', 'Q'],
      gradients: ['y', 'Q'],
      loss: 'Q',
    })
    expect(formulaNames(exercise, { of: 'value', node: 'z' })).toEqual({
      nodes: ['x', 'w'],
      gradients: [],
      loss: 'Q',
    })
  })
})

describe('shapes of a typed formula', () => {
  const shapes = new Map([
    ['A', [2, 3]],
    ['B', [3, 2]],
    ['v', [3]],
    ['u', [2]],
    ['s', []],
  ])
  const compiled = (text: string) => {
    const read = readFormula(text, { nodes: [...shapes.keys()], gradients: [], loss: 'L' })
    return read.ok ? compileFormula(read.expr, shapes) : read
  }

  test.each([
    ['A @ B', [2, 2]],
    ['A B', [2, 2]],
    ['2 A', [2, 3]],
    ['s A', [2, 3]],
    ['A s', [2, 3]],
    ['A v', [2]],
    ['u.T A', [3]],
    ['u v.T', [2, 3]],
    ['u^T u', []],
    ['v.T', [1, 3]],
    ['v.T.T', [3, 1]],
    ['A * v', [2, 3]],
    ['sum(A, 1)', [3]],
    ['sum(A)', []],
  ])('%s', (text, shape) => expect(compiled(text)).toMatchObject({ ok: true, shape }))

  test.each([
    ['B.T @ B.T', '2x3 times 2x3 does not multiply: 3 and 2 differ.'],
    ['A v.T', '2x3 times 1x3 does not multiply: 3 and 1 differ.'],
    ['u @ B', '3x2 times 2 multiplies; 2 times 3x2 does not.'],
    ['s @ A', 'A number multiplies entry by entry: write * instead of @.'],
    ['A + B', '2x3 + 3x2 does not broadcast (3 and 2 differ).'],
    ['sum(A, 3)', 'There is no axis 3 (the axes of 2x3 go from 1 to 2).'],
  ])('%s does not go together', (text, sentence) => {
    const told = compiled(text)
    expect(!told.ok && typeof told.message === 'object' && plainSentence(told.message)).toBe(sentence)
  })
})
