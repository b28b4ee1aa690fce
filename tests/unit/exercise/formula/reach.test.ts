import { describe, expect, test } from 'vitest'
import { type Key, solveReport } from '@/lib/exercise'
import { chainFormulas, type Expr, nameExpr, withoutFormula } from '@/lib/network'
import { ops } from '@/lib/network/ops'
import { takesLong } from '../../../takes-long'
import { gradeStep } from '../../grading/plain'
import { answersOf, keyOf } from '../solve'

takesLong()

const grade = (key: Key, step: string, text: string) => gradeStep(key, step, [text], new Map()).verdict
const answer = (key: Key, step: string) => String(answersOf(solveReport(key))[step])

const rows = Array.from({ length: 8 }, (_, row) => [0, 1, 2].map(at => (at === row % 3 ? 1 : 0)))
const batch = keyOf(`given X = random 8x4 from -3..3
given Y = ${JSON.stringify(rows)}
param W = random 4x3 from -2..2
Z = X @ W
P = softmax(Z)
loss L = mean(cross_entropy(Z, Y))
ask formula dL/dZ, formula dL/dW`)

describe('a cross-entropy over a batch', () => {
  test.each([
    '(softmax(Z) - Y)/len(Z, 1)',
    '(softmax(Z) - Y)/8',
    '(P - Y)/8',
    'P/8 - 0.125Y',
    '(e^Z / outer(sum(e^Z, 2), ones(3)) - Y)/8',
  ])('%s is right', text => expect(grade(batch, 'formula dL/dZ', text).verdict).toBe('right'))

  test.each([
    ['P - Y', ['mean-sum']],
    ['(Y - P)/8', ['ce-sign']],
    ['Y - P', ['ce-sign']],
    ['(P - Y)/3', []],
    ['(P - Y)/len(Z, 2)', []],
    ['P/8 - Y', []],
  ])('%s is wrong', (text, mistakes) => {
    expect(grade(batch, 'formula dL/dZ', text)).toMatchObject({ verdict: 'wrong', mistakes })
  })

  test('is printed as a person would write it', () => {
    expect(answer(batch, 'formula dL/dZ')).toBe('(softmax(Z) - Y) / 8')
    expect(answer(batch, 'formula dL/dW')).toBe('X.T @ dL/dZ')
  })

  test('by hand: targets stay one-hot', () => {
    const key = keyOf(
      'given x = [1, 2]\ngiven y = [0, 1, 0]\nparam W = [[1, -1], [0, 2], [3, 1]]\nz = W @ x\np = softmax(z)\nloss L = -sum(y * log(p))\nask formula dL/dz',
    )
    expect(grade(key, 'formula dL/dz', 'p - y').verdict).toBe('right')
    expect(grade(key, 'formula dL/dz', 'y - p')).toMatchObject({
      verdict: 'wrong',
      mistakes: ['link-dropped', 'ce-sign'],
      // Two names of one mistake: the nearer one is asked about.
      message: expect.stringContaining('Should the true logit rise?'),
    })
    expect(grade(key, 'formula dL/dz', 'p * (1 - y)').verdict).toBe('wrong')
  })

  test('targets that are shares need their sum', () => {
    const key = keyOf(
      'given y = [1/2, 1/4, 1/8]\nparam z = [0, 1, 2]\nloss L = cross_entropy(z, y)\nask formula dL/dz',
    )
    expect(grade(key, 'formula dL/dz', 'softmax(z) - y').verdict).toBe('wrong')
    expect(grade(key, 'formula dL/dz', 'sum(y) * softmax(z) - y').verdict).toBe('right')
  })
})

describe('large files', () => {
  const key = keyOf(`given X = random 16x24 from -3..3
given t = random 16x4 from -3..3
param W1 = random 24x12 from -2..2
param b = random 12 from -2..2
param W2 = random 12x4 from -2..2
Z = X @ W1 + b
H = relu(Z)
Q = H @ W2
loss L = mean((Q - t)^2)
ask formula dL/dQ, formula dL/dW2, formula dL/dH, formula dL/dZ, formula dL/db`)

  test.each([
    ['formula dL/dQ', '2*(Q - t)/64', 'right'],
    ['formula dL/dQ', '(Q - t)/32', 'right'],
    ['formula dL/dQ', '2*(Q - t)/16', 'wrong'],
    ['formula dL/dW2', 'H^T dL/dQ', 'right'],
    ['formula dL/dH', 'dL/dQ @ W2.T', 'right'],
    ['formula dL/dZ', "dL/dH * relu'(Z)", 'right'],
    ['formula dL/dZ', 'dL/dH (Z > 0)', 'right'],
    ['formula dL/dZ', 'dL/dH (H - Z > 0)', 'wrong'],
    ['formula dL/db', 'sum(dL/dZ, 1)', 'right'],
    ['formula dL/db', 'mean(dL/dZ, 1)', 'wrong'],
    ['formula dL/db', '16*mean(dL/dZ, 1)', 'right'],
  ])('%s: %s is %s', (step, text, verdict) => expect(grade(key, step, text).verdict).toBe(verdict))
})

describe('what people type', () => {
  const key = keyOf(`given x = [1, 2, 3]
param W = [[1, 0, 2], [0, 1, 1]]
z = W @ x
a = sigmoid(z)
h = relu(z)
loss L = sum(a * a) + sum(h * h)
ask formula dL/dz, formula dL/dW, formula a`)

  test.each([
    'dL/da * a(1-a) + dL/dh * (z>0)',
    "dL/da σ'(z) + dL/dh relu'(z)",
    'dL/da * σ(z)(1-σ(z)) + dL/dh 𝟙[z>0]',
    'dL/da * e^(-z)/(1+e^(-z))^2 + dL/dh * 1{z > 0}',
    "sigmoid'(z) dL/da + where(z > 0, dL/dh, 0)",
    'dL/da * a * (1 - a) + dL/dh * (z >= 0) * (z != 0)',
  ])('%s', text => expect(grade(key, 'formula dL/dz', text)).toMatchObject({ verdict: 'right' }))

  test.each([
    ['np.dot(a, x)', 'Write A @ B.'],
    ['np.exp(z)', 'Write exp(x).'],
    ['W.t()', 'Write W.T.'],
    ['W.transpose()', 'Write W.T.'],
    ['W.grad', 'Write dL/dW.'],
    ['W.dot(x)', 'Write W @ B.'],
    ['a > z > 0', 'is one too many'],
    ['e^z x', 'Write the one that you mean'],
    ["sum'(z)", 'write the slope as a formula'],
    ['max(z)', 'max is written max(a, b).'],
  ])('%s is told what to write', (text, told) => {
    const verdict = grade(key, 'formula dL/dW', text)
    expect(verdict.verdict).toBe('invalid')
    expect(verdict.message).toContain(told)
  })

  test('of two square matrices both products are offered', () => {
    const square = keyOf(
      'given A : 2x2\ngiven B : 2x2\ngiven G : 2x2\nC = A @ B\nupstream dL/dC = G\nask formula dL/dA',
    )
    const verdict = grade(square, 'formula dL/dA', 'G B^T')
    expect(verdict.verdict).toBe('invalid')
    expect(verdict.message).toContain('G B.T can be read as G @ B.T or as G * B.T.')
  })

  test('pi and the periodic functions', () => {
    const wave = keyOf('param t = [1, 2]\ny = sin(pi * t)\nloss L = sum(y^2)\nask formula dL/dt')
    for (const text of [answer(wave, 'formula dL/dt'), 'dL/dy * π cos(π t)', "pi * dL/dy * sin'(pi*t)"]) {
      expect(grade(wave, 'formula dL/dt', text), text).toMatchObject({ verdict: 'right' })
    }
  })

  test('a node with the name of a later function is both', () => {
    const own = keyOf('param norm = [3, 4]\nz = 2 * norm\nloss L = sum(z^2)\nask formula dL/dnorm, formula z')
    expect(grade(own, 'formula z', 'norm + norm').verdict).toBe('right')
    expect(grade(own, 'formula dL/dnorm', '8 norm * norm(z)/norm(z)').verdict).toBe('right')
  })
})

describe('[G6] a wrong formula has the name of its rule', () => {
  const key = keyOf(`given X = [[1, 2, 1], [3, -1, 2], [0, 1, -1], [2, 2, 1]]
given t = [[1], [0], [2], [1]]
param W1 = [[1, -1], [2, 1], [0, 1]]
param W2 = [[1], [2]]
Z1 = X @ W1
H = relu(Z1)
Z2 = H @ W2
loss L = mean((Z2 - t)^2)
ask formula dL/dZ2, formula dL/dW2, formula dL/dH, formula dL/dZ1, formula dL/dW1`)

  test.each([
    ['formula dL/dW2', 'Z1.T @ dL/dZ2', 'preactivation-input'],
    ['formula dL/dZ1', 'dL/dH', 'mask-omitted'],
    ['formula dL/dZ1', 'dL/dH * H', 'relu-slope-z'],
    ['formula dL/dZ1', 'dL/dH * (Z1 < 0)', 'mask-inverted'],
    ['formula dL/dZ2', 'Z2 - t', 'mean-square-bare'],
    ['formula dL/dZ2', '2*(Z2 - t)', 'mean-sum'],
    ['formula dL/dZ2', '(Z2 - t)/4', 'no-two'],
    ['formula dL/dW1', 'X.T @ dL/dH', 'mask-omitted'],
  ])('%s: %s is %s', (step, text, mistake) => {
    const verdict = grade(key, step, text)
    expect(verdict.verdict).toBe('wrong')
    expect(verdict.mistakes).toContain(mistake)
  })

  test('a missing transpose, of a matrix and of a vector', () => {
    const square = keyOf(
      'given x = [1, 2]\nparam W2 = [[1, 3], [2, -1]]\ny = W2 @ x\nloss L = sum(y^2)\nask formula dL/dx',
    )
    expect(grade(square, 'formula dL/dx', 'W2 @ dL/dy')).toMatchObject({
      verdict: 'wrong',
      mistakes: ['missing-transpose'],
      message: expect.stringContaining('Which entries of W2 touch x[1]?'),
    })
    expect(grade(square, 'formula dL/dx', 'W2.T @ dL/dy').verdict).toBe('right')
  })
})

describe('every function has its formula rule, or says why not', () => {
  test.each(ops.map(op => [op.name, op] as const))('%s', (name, op) => {
    const known = new Map<number, boolean>()
    for (const { shapes, settings = [] } of op.samples.fit) {
      const rule = op.shape(shapes, settings)
      if (!rule.ok) throw new Error(rule.reason.id)
      const place = { line: 1, column: 1 }
      const items = shapes.map((shape, nth) => ({ kind: 'node', name: `x${nth}`, shape, place }) as const)
      const inputs = shapes.map((_, nth) => nth)
      const expr: Expr = [...items, { kind: 'apply', op, inputs, settings, shape: rule.shape, place }]
      const told = chainFormulas(expr, nameExpr('out', rule.shape), nameExpr('G', rule.shape), true)
      for (const { place, formula } of told) known.set(place, known.get(place) || formula !== null)
    }
    if ([...known.values()].includes(false)) expect(withoutFormula[name]).toBeDefined()
  })
})

test.each([
  ['elu(z)', 'dL/dy * where(z > 0, 1, exp(z))'],
  ['huber(z)', 'dL/dy * clip(z, -1, 1)'],
  ['clip(z, -1, 2)', 'dL/dy * ((-1 <= z) * (z <= 2))'],
  ['where(z > 0, z, 3 * z)', 'dL/dy * (z > 0) + 3 * (dL/dy * (1 - (z > 0)))'],
  ['max(z, 0)', 'dL/dy * (z >= 0)'],
  ['abs(z)', 'dL/dy * (step(z) - step(-z))'],
])('the formula behind %s', (body, formula) => {
  const key = keyOf(`param z = [1, -2, 3]\ny = ${body}\nloss L = sum(y^2)\nask formula dL/dz`)
  expect(answer(key, 'formula dL/dz')).toBe(formula)
  expect(grade(key, 'formula dL/dz', formula).verdict).toBe('right')
})

test.each(['batchnorm', 'layernorm'])('the formula behind %s, by the file’s n', name => {
  const key = keyOf(
    `param X = [[1, 2, 4], [3, 5, 1], [-2, 4, 2], [0, 1, 7]]\nY = ${name}(X)\nloss L = sum(Y^3)\nask formula dL/dX`,
  )
  expect(grade(key, 'formula dL/dX', answer(key, 'formula dL/dX')).verdict).toBe('right')
})

test('numbers come together, and what is turned twice stands as it is', () => {
  const key = keyOf(
    'param W = [[1, 2], [3, 4]]\ngiven K = [[1, 0, 2], [0, 1, 1]]\nS = W @ K\nR = S @ K.T\nloss L = 0.5 * sum(W^2) + sum(R)\nask formula dL/dW, formula dL/dS',
  )
  expect(answer(key, 'formula dL/dW')).toBe('dL/dS @ K.T + W')
  expect(answer(key, 'formula dL/dS')).toBe('dL/dR @ K')
})
