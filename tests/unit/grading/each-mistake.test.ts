import { expect, test } from 'vitest'
import { Undecided } from '@/lib/exact/atoms'
import { rational } from '@/lib/exact/rational'
import { mistakenAnswers } from '@/lib/exercise'
import { nudgeOf } from '@/lib/grading/nudge'
import { type MistakeId, mistakeIds } from '@/lib/network'
import { relu } from '@/lib/network/ops'
import { message } from '@/lib/words/message'
import { plainSentence } from '@/lib/words/sentence'
import { takesLong } from '../../takes-long'
import { rationalField } from '../exact/plain'
import { keyOf } from '../exercise/solve'
import { gradeStep } from './plain'

takesLong()

/** An exercise, a step of it, and what somebody types there who makes the mistake: worked out by hand. */
type Made = readonly [source: string, step: string, ...cells: string[]]

const product =
  'param A = [[1, 5], [3, 2]]\nparam B = [[3, 3], [1, 4]]\nC = A @ B\nupstream dL/dC = [[3, 2], [1, 3]]\nask dL/dA'
// u = 7
const chain = 'param x = 2\nu = 3 * x + 1\nv = u^2\nloss L = 5 * v\nask dL/dv, dL/du, dL/dx'
const routes = 'param x = 3\nu = x^2\nv = x + 4\nloss L = u * v\nask u, v, dL/du, dL/dv, dL/dx'
const skip = 'param x = 2\nf = 5 * x\ny = x + f\nloss L = 3 * y\nask dL/dy, dL/df, dL/dx'
const layer =
  'given x = [[2], [3]]\nparam w = [[4, 5]]\nz = w @ x\nloss L = 7 * sum(z)\nask dL/dz, dL/dw, dL/dx'
const residual = 'param p = [5]\nloss L = sum((p - 1)^2)\nask L, dL/dp'
// p = (15, 28, 15), dL/dp = (10, 56/3, 10)
const batch =
  'given X = [[1, 2], [3, 5], [-2, 4]]\nparam W = [[2], [3]]\nparam b = [7]\np = X @ W + b\nloss L = mean(p^2)\nask p, dL/dp, dL/db'
const gate = 'given z = [2, -3, -1, 5]\nh = relu(z)\nupstream dL/dh = [4, -6, 7, -2]\nask h, dL/dz'
// h = (5, 11), dL/dW2 = (5, 11; 5, 11)
const twoLayers =
  'given x = [1, 2]\nparam W1 = [[1, 2], [3, 4]]\nh = W1 @ x\nparam W2 = [[2, 1], [5, 3]]\ny = W2 @ h\nloss L = sum(y)\nask dL/dh\ndescend 1/10'
const step = 'param w = 3\nloss L = w^2\nask dL/dw\ndescend 1/10\nnudge 1/100'
// The gradient is w itself.
const slope = 'param w = 4\nloss L = w^2 / 2\nask dL/dw\n'
const velocity = `${slope}descend 1/4 momentum 1/2 steps 2`
// m = 1 and s = 4, corrected 4 and 16.
const adam = `${slope}descend 1/4 adam 3/4 3/4`
const decayed = `${slope}descend 1/4 decay 1/2`
const activated = (name: string) => `param z = 2\na = ${name}(z)\nloss L = 5 * a\nask dL/da, dL/dz`
// p = (1/8, 1/4, 5/8)
const classes = 'given y = [0, 1, 0]\nparam z = [0, log(2), log(5)]\n'

const leaky = 'given z = [2, -3]\nh = leaky_relu(z, 1/10)\nupstream dL/dh = [4, 5]\nask h, dL/dz'
const pooled = (name: string) =>
  `param x = [1, 5, 3, 2]\ny = ${name}(x, 2)\nupstream dL/dy = [4, 6]\nask y, dL/dx`
// The sigmoids are 1/2 and 3/4, dL/dz = (-1/4, 3/8).
const binary = 'param z = [0, log(3)]\ngiven y = [1, 0]\nloss L = bce_logits(z, y)\nask dL/dz'
const masked = 'given z = [0, log(2), log(5)]\ngiven m = [1, 1, 0]\np = masked_softmax(z, m)\nask p'

const penalty = 'param w = [2, -3]\nloss L = 3/2 * sum(w^2)\nask dL/dw'

const catalogue: Record<MistakeId, Made> = {
  'transpose-answer': [product, 'dL/dA', '15', '12', '11', '13'],
  'missing-transpose': [product, 'dL/dA', '11', '17', '6', '15'],
  'factor-order': [product, 'dL/dA', '10', '9', '13', '18'],
  'hadamard-for-matmul': [product, 'dL/dA', '9', '6', '1', '12'],
  'row-col-swap': [product, 'dL/dA', '12', '13', '15', '11'],
  'own-value': [layer, 'dL/dw', '28', '35'],
  'upstream-ignored': [chain, 'dL/du', '14'],
  'input-forgotten': [layer, 'dL/dw', '7', '7'],
  'weight-forgotten': [layer, 'dL/dx', '7', '7'],
  'link-dropped': [chain, 'dL/dx', '70'],
  'wrong-point': [chain, 'dL/du', '20'],
  'product-of-derivatives': [routes, 'dL/dx', '6'],
  'one-path': [routes, 'dL/dx', '42'],
  'paths-multiplied': [routes, 'dL/dx', '378'],
  divide: [layer, 'dL/dw', '7/2', '7/3'],
  'no-two': [residual, 'dL/dp', '4'],
  'residual-flip': [residual, 'dL/dp', '-8'],
  'loss-as-gradient': [residual, 'dL/dp', '16'],
  'mean-sum': [batch, 'dL/dp', '30', '56', '30'],
  'bias-unsummed': [batch, 'dL/db', '56/3'],
  'bias-one': [batch, 'dL/db', '1'],
  'bias-zero': [batch, 'dL/db', '0'],
  'mask-omitted': [gate, 'dL/dz', '4', '-6', '7', '-2'],
  'mask-by-upstream-sign': [gate, 'dL/dz', '4', '0', '7', '0'],
  guided: [gate, 'dL/dz', '4', '0', '0', '0'],
  'relu-slope-z': [gate, 'dL/dz', '8', '0', '0', '-10'],
  'forward-as-gradient': [gate, 'dL/dz', '2', '0', '0', '5'],
  'mask-inverted': [gate, 'dL/dz', '0', '-6', '7', '0'],
  'mask-shifted': [gate, 'dL/dz', '0', '0', '7', '-2'],
  'mask-input': [
    'given x = [2, 3]\nparam W = [[1, 1], [-1, -2]]\nz = W @ x\nh = relu(z)\nupstream dL/dh = [5, 7]\nask dL/dz, dL/dW',
    'dL/dW',
    ...['10', '0', '14', '0'],
  ],
  'mask-early': [
    'param w = [2, 3]\ngiven z = [1, -1]\nh = relu(z)\nloss L = sum(w * h)\nask dL/dh',
    'dL/dh',
    ...['2', '0'],
  ],
  kink: [
    'given z = [0, 2, -1]\nh = relu(z)\nupstream dL/dh = [3, 4, 5]\nask dL/dz',
    'dL/dz',
    ...['3', '4', '0'],
  ],
  'preactivation-input': [
    'given x = [1]\nparam W1 = [[2], [-3]]\nz = W1 @ x\nh = relu(z)\nparam W2 = [[4, 5]]\ny = W2 @ h\nloss L = 6 * sum(y)\nask dL/dy, dL/dW2',
    'dL/dW2',
    ...['12', '-18'],
  ],
  'output-for-input': [
    'given x = [2, 3]\nparam W = [[1, 1], [1, -1]]\nz = W @ x\nupstream dL/dz = [7, 5]\nask dL/dW',
    'dL/dW',
    ...['35', '-7', '25', '-5'],
  ],
  'wrong-layer': [twoLayers, 'dL/dh', '4', '6'],
  'grad-for-weight': [twoLayers, 'dL/dh', '10', '22'],
  'updated-weights': [twoLayers, 'dL/dh', '6', '1.8'],
  'stale-forward': [
    'param w = 2\nu = w^2\nloss L = u^2\nask u, L, dL/du, dL/dw\ndescend 1/100 steps 2',
    'descend.loss',
    '16',
  ],
  'sigmoid-slope-twice': [activated('sigmoid'), 'dL/dz', '-10'],
  'sigmoid-slope-of-g': [activated('sigmoid'), 'dL/dz', '-20'],
  'tanh-from-z': [activated('tanh'), 'dL/dz', '-15'],
  'softmax-diagonal': [
    `${classes}p = softmax(z)\nupstream dL/dp = [8, 16, 64]\nask dL/dz`,
    'dL/dz',
    ...['7/8', '3', '15'],
  ],
  'softmax-twice': [
    `${classes}loss L = cross_entropy(z, y)\nask dL/dz`,
    'dL/dz',
    ...['7/512', '-9/64', '75/512'],
  ],
  'ce-sign': [`${classes}loss L = cross_entropy(z, y)\nask dL/dz`, 'dL/dz', '-1/8', '3/4', '-5/8'],
  'step-up': [step, 'descend.w', '3.6'],
  'step-no-rate': [step, 'descend.w', '-3'],
  'step-replace': [step, 'descend.w', '-0.6'],
  'step-scale': [step, 'descend.w', '1.2'],
  'predict-no-eps': [step, 'nudge.predicted', '6'],
  'predict-no-rate': [step, 'descend.predicted', '-36'],
  'predict-sign': [step, 'descend.predicted', '3.6'],
  'predict-first-power': [step, 'descend.predicted', '-0.6'],
  'dropout-scale': [
    'given m = [1, 0, 1]\nparam x = [1, -2, 3]\nd = dropout(x, m, 1/2)\nask d',
    'd',
    ...['1', '0', '3'],
  ],
  'norm-constants': [
    'param x = [-4, 2, 4, 10]\ny = layernorm(x)\nupstream dL/dy = [1, 2, -1, 0]\nask dL/dx',
    'dL/dx',
    ...['1/5', '2/5', '-1/5', '0'],
  ],
  'conv-flip': [
    'given x = [1, 2, 0, -1, 3]\nparam k = [2, -1, 1]\ny = conv1d(x, k)\nupstream dL/dy = [1, -2, 3]\nask dL/dx',
    'dL/dx',
    ...['1', '-3', '7', '-7', '6'],
  ],
  'embed-overwrite': [
    'given ids = [2, 1, 2]\nparam E = [[1, 0], [2, -1]]\nX = embed(E, ids)\nupstream dL/dX = [[1, -2], [3, 1/2], [-4, 5]]\nask dL/dE',
    'dL/dE',
    ...['3', '1/2', '-4', '5'],
  ],
  'skip-lost': [skip, 'dL/dx', '15'],
  'skip-only': [skip, 'dL/dx', '3'],
  'bias-omitted': [batch, 'p', '8', '21', '8'],
  'relu-omitted': [gate, 'h', '2', '-3', '-1', '5'],
  'relu-as-abs': [gate, 'h', '2', '3', '1', '5'],
  'square-omitted': [residual, 'L', '4'],
  'nudge-value-for-change': [step, 'nudge.actual', '9.0601'],
  'change-reversed': [step, 'nudge.actual', '-0.0601'],
  'leaky-slope-omitted': [leaky, 'dL/dz', '4', '5'],
  'leaky-as-relu': [leaky, 'dL/dz', '4', '0'],
  'pool-spread': [pooled('maxpool'), 'dL/dx', '4', '4', '6', '6'],
  'pool-to-first': [pooled('maxpool'), 'dL/dx', '4', '0', '6', '0'],
  'avg-unscaled': [pooled('avgpool'), 'dL/dx', '4', '4', '6', '6'],
  'stride-ignored': [
    'given x = [1, 2, 4, 8, 3]\ngiven k = [1, 1]\ny = conv1d(x, k, 2)\nask y',
    'y',
    ...['3', '6'],
  ],
  'pad-ignored': [
    'given x = [1, 2, 4]\ngiven k = [1, 3]\ny = conv1d(x, k, 1, 1)\nask y',
    'y',
    ...['7', '14', '4', '0'],
  ],
  'batch-constants': [
    'param x = [[-4], [2], [4], [10]]\ny = batchnorm(x)\nupstream dL/dy = [[1], [2], [-1], [0]]\nask dL/dx',
    'dL/dx',
    ...['1/5', '2/5', '-1/5', '0'],
  ],
  'bce-sign': [binary, 'dL/dz', '1/4', '-3/8'],
  'bce-one-term': [binary, 'dL/dz', '-1/4', '0'],
  'logits-as-probabilities': [binary, 'dL/dz', '-1/2', 'ln(3)/2'],
  'sigmoid-in-loss-twice': [binary, 'dL/dz', '-1/16', '9/128'],
  'mask-after-softmax': [masked, 'p', '1/8', '1/4', '0'],
  'mask-kept': [masked, 'p', '1/8', '1/4', '5/8'],
  'where-both-sides': [
    'given x = [1, -2]\nparam a = [3, 4]\nparam b = [5, 6]\ny = where(x > 0, a, b)\nupstream dL/dy = [7, 9]\nask dL/da',
    'dL/da',
    ...['7', '9'],
  ],
  'mean-over-wrong-axis': ['given X = [[1, 3], [5, 9]]\nm = mean(X, 1)\nask m', 'm', '2', '7'],
  'power-slope': ['param x = 2\nloss L = x^5\nask dL/dx', 'dL/dx', '16'],
  'exponent-kept': ['param x = 2\nloss L = x^3\nask dL/dx', 'dL/dx', '24'],
  'quotient-order': ['param x = 2\ny = 12 / x\nloss L = 5 * y\nask dL/dy, dL/dx', 'dL/dx', '15'],
  'sin-slope-sign': ['param x = 2\ny = sin(x)\nloss L = 3 * y\nask dL/dy, dL/dx', 'dL/dx', '-3cos(2)'],
  'momentum-forgotten': [velocity, 'descend.step2.v.w', '3'],
  'momentum-sign': [velocity, 'descend.step2.v.w', '1'],
  'velocity-not-scaled': [velocity, 'descend.step2.w', '-2'],
  'adam-no-correction': [adam, 'descend.w', '31/8'],
  'adam-root-omitted': [adam, 'descend.w', '63/16'],
  'decay-sign': [decayed, 'descend.w', '7/2'],
  'decay-omitted': [decayed, 'descend.w', '3'],
  'ascend-for-descend': [`${slope}ascend 1/4`, 'ascend.w', '3'],
  // r = (2, 3, -2): right are 2 r / 3.
  'mean-square-bare': [
    'param p = [3, 5, 1]\ngiven y = [1, 2, 3]\nloss L = mean((p - y)^2)\nask dL/dp',
    'dL/dp',
    ...['2', '3', '-2'],
  ],
  // a = 3/4
  'slope-cut': ['param z = log(3)\na = sigmoid(z)\nloss L = 5 * a\nask dL/da, dL/dz', 'dL/dz', '5/4'],
  'tanh-slope-twice': [activated('tanh'), 'dL/dz', '5*(1-tanh(tanh(2))^2)'],
  'penalty-double': [penalty, 'dL/dw', '12', '-18'],
  'penalty-constant': [penalty, 'dL/dw', '3', '3'],
  'dropout-mask-omitted': [
    'given m = [1, 0, 1]\nparam x = [1, -2, 3]\nd = dropout(x, m, 1/2)\nupstream dL/dd = [1, 2, 3]\nask dL/dx',
    'dL/dx',
    ...['2', '4', '6'],
  ],
  // sigma = 5, the mean of the gradient is 1/2
  'sigma-constant': [
    'param x = [-4, 2, 4, 10]\ny = layernorm(x)\nupstream dL/dy = [1, 2, -1, 0]\nask dL/dx',
    'dL/dx',
    ...['1/10', '3/10', '-3/10', '-1/10'],
  ],
  'column-order': [
    'given A = [[1, 2, 3], [4, 5, 6]]\nB = 2 * A\nask B',
    'B',
    ...['2', '8', '4', '10', '6', '12'],
  ],
  'all-signs': ['given x = [3, 4]\ny = 2 * x\nask y', 'y', '-6', '-8'],
  'jacobian-transposed': [
    'given z = [1, 2]\ngiven A = [[1, 2], [3, 4]]\np = A @ z\nask dp/dz',
    'dp/dz',
    '1',
    '3',
    '2',
    '4',
  ],
  'jacobian-diagonal': [
    'given z = [1, 2]\ngiven A = [[1, 2], [3, 4]]\np = A @ z\nask dp/dz',
    'dp/dz',
    '1',
    '0',
    '0',
    '4',
  ],
  'one-cell-slip': ['given x = [3, 4]\ny = 2 * x\nask y', 'y', '6', '-8'],
}

test.each(Object.entries(catalogue))('[G6] %s is recognised', (id, [source, step, ...cells]) => {
  const key = keyOf(source)
  const { verdict, labels } = gradeStep(key, step, cells, new Map())
  expect(verdict.verdict).toBe('wrong')
  expect(verdict.mistakes).toContain(id)
  if (verdict.mistakes.length === 1)
    expect(verdict.message).toContain(plainSentence(nudgeOf(labels[0]!, key.exercise)))
})

test('[G6] the catalogue has these ids and no others', () => {
  expect(Object.keys(catalogue).sort()).toEqual([...mistakeIds].sort())
})

test.each([
  // Built from its parts: dL/dp = -y/p, of which p - y is made.
  ['the sign of a logarithm in the loss', 'ce-sign', ['-1/8', '3/4', '-5/8']],
  ['the slope of the softmax once more', 'softmax-twice', ['7/512', '-9/64', '75/512']],
  ['the diagonal alone', 'softmax-diagonal', ['0', '-3/4', '0']],
])('[G6] softmax and logarithm apart: %s', (_what, id, cells) => {
  const key = keyOf(`${classes}p = softmax(z)\nloss L = -sum(y * log(p))\nask dL/dz`)
  expect(gradeStep(key, 'dL/dz', cells, new Map()).verdict.mistakes).toContain(id)
})

test.each([
  ['the diagonal alone', 'softmax-diagonal', ['-2/3', '-4/3', '4/3', '8/3']],
  ['no softmax at all', 'link-dropped', ['-3', '-6', '6', '12']],
])('[G6] in an attention head: %s', (_what, id, cells) => {
  // p = (2/3, 1/3), dL/dp = (-3, 6): the scores get (-2, 2), and the keys that times q.
  const key = keyOf(
    'param q = [1, 2]\nparam K = [[log(2), 0], [0, 0]]\ngiven V = [[1, 2], [4, -1]]\no = attention(q, K, V, 1)\nupstream dL/do = [1, -2]\nask o, dL/dK',
  )
  const typed = (cells: string[]) => gradeStep(key, 'dL/dK', cells, new Map()).verdict
  expect(typed(['-2', '-4', '2', '4']).verdict).toBe('right')
  expect(typed(cells).mistakes).toContain(id)
})

test('[G13] a rule that needs a sign which nothing decides costs no other its place', () => {
  const seven = rational(7)
  const blind = {
    ...rationalField,
    sign: (a: typeof seven) => {
      if (rationalField.equals(a, seven)) throw new Undecided(message('budget.sign-undecided'))
      return rationalField.sign(a)
    },
  }
  const one = (value: typeof seven) => ({ shape: [1], data: [value] })
  const pass = { inputs: [one(rational(2))], output: one(rational(2)), upstream: one(seven), settings: [] }
  const found = relu.mistakes?.back?.(blind, pass, 0, { operands: ['computed'], inLoss: false }) ?? []
  const ids = found.map(({ mistake }) => mistake)
  expect(ids).toContain('mask-omitted')
  expect(ids).not.toContain('guided')
  expect(ids).toContain('kink')
})

const namedIn = (source: string, step: string): MistakeId[] =>
  mistakenAnswers(keyOf(source), step).answers.map(({ mistake }) => mistake)

test.each(['exp', 'log', 'sqrt', 'sigmoid', 'tanh', 'softplus'])(
  '[G6] of any smooth function the general mistakes are known: %s',
  name => {
    const chained = `param x = 4\nu = 2 * x + 1\nv = ${name}(u)\nloss L = 5 * v\nask dL/dv, dL/du`
    expect(namedIn(chained, 'dL/du')).toEqual(
      expect.arrayContaining(['link-dropped', 'upstream-ignored', 'wrong-point']),
    )
  },
)

test.each([
  [
    'three classes',
    'given x = [1, 2]\ngiven y = [0, 1, 0]\nparam W = [[1, -1], [0, 2], [3, 1]]\nparam b = [1, 0, -1]\nz = W @ x + b\nloss L = cross_entropy(z, y)\nask z, dL/dz, dL/dW, dL/db',
  ],
  [
    'two layers of sigmoids',
    'given x = [[1], [2]]\ngiven y = [[1]]\nparam W1 = [[1, -1/2], [0.5, 2], [-1, 1]]\nparam b1 = [[0.5], [0], [-1]]\nparam W2 = [[2, -1, 1]]\nparam b2 = [[1/4]]\nz = W1 @ x + b1\nh = sigmoid(z)\nyhat = sigmoid(W2 @ h + b2)\nloss L = sum((yhat - y)^2)\nask z, h, yhat, L, dL/dyhat, dL/dW2, dL/db2, dL/dh, dL/dz, dL/dW1, dL/db1',
  ],
  [
    'attention over two keys',
    'param q = [1, 2]\nparam K = [[2, 0], [-1, 1]]\nparam V = [[1, 2], [4, -1]]\no = attention(q, K, V)\nupstream dL/do = [1, -2]\nask o, dL/dq, dL/dK, dL/dV',
  ],
])('[G13] the tables of mistakes keep to their budget: %s', (_what, source) => {
  const key = keyOf(source)
  for (const { id } of key.steps) expect(mistakenAnswers(key, id).answers.length, id).toBeGreaterThan(0)
})
