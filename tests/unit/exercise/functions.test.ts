import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { solveReport } from '@/lib/exercise'
import { answersOf, keyOf, told } from './solve'

const given = 'given A = [[1, 2, 3], [4, 5, 6]]\nparam w = [1, -2]\ngiven m = [0, 1]\n'

/** The value of an expression, as the command line prints it. */
function valueAt(expression: string): unknown {
  return answersOf(solveReport(keyOf(`${given}q = ${expression}\nask q`))).q
}

/** The gradient of a loss of `w`. */
function slopeOf(expression: string): unknown {
  return answersOf(solveReport(keyOf(`${given}loss L = ${expression}\nask dL/dw`)))['dL/dw']
}

test.each([
  ['leaky_relu(w)', ['1', '-1/50']],
  ['leaky_relu(w, 1/4)', ['1', '-1/2']],
  ['huber([1/2, -3])', ['1/8', '5/2']],
  [
    'clip(A, 2, 4)',
    [
      ['2', '2', '3'],
      ['4', '4', '4'],
    ],
  ], // prettier-ignore
  ['amax(A)', '6'],
  ['amin(A, 1)', ['1', '2', '3']],
  ['norm([3, 4])', '5'],
  ['var(A, 2)', ['2/3', '2/3']],
  ['std([1, 3])', '1'],
  ['dot(w, w)', '5'],
  [
    'outer(w, [1, 2])',
    [
      ['1', '2'],
      ['-2', '-4'],
    ],
  ], // prettier-ignore
  ['len(A, 2)', '3'],
  ['mse(w, [0, 0])', '5/2'],
  ['nll([[1, 2]], [[0, 1]])', ['-2']],
  ['hinge(w, [1, 1])', ['0', '3']],
  ['ln(1) + log2(8) + log10(100)', '5'],
  ['flatten(A)', ['1', '2', '3', '4', '5', '6']],
  [
    'transpose(A)',
    [
      ['1', '4'],
      ['2', '5'],
      ['3', '6'],
    ],
  ], // prettier-ignore
  [
    'A.t()',
    [
      ['1', '4'],
      ['2', '5'],
      ['3', '6'],
    ],
  ], // prettier-ignore
  ['zeros(2) + ones(2)', ['1', '1']],
  [
    'eye(2)',
    [
      ['1', '0'],
      ['0', '1'],
    ],
  ], // prettier-ignore
  [
    'causal_mask(2)',
    [
      ['1', '0'],
      ['1', '1'],
    ],
  ], // prettier-ignore
  ['A[1,:]', ['1', '2', '3']],
  ['A[:,2]', ['2', '5']],
  ['A[2:,1:2]', [['4', '5']]],
  ['A[:,3:3]', [['3'], ['6']]],
  ['maxpool(A, 2)', [['5']]],
  ['maxpool(A, 2, 1)', [['5', '6']]],
  [
    'avgpool(A, 1x2, 1)',
    [
      ['3/2', '5/2'],
      ['9/2', '11/2'],
    ],
  ], // prettier-ignore
  ['conv2d(A, [[1, 0], [0, 1]])', [['6', '8']]],
  ['conv1d([1, 2, 3], [1, 1], 2, 1)', ['1', '5']],
  ['batchnorm([[-1], [1]])', [['-1'], ['1']]],
  ['layernorm([-1, 1], 3)', ['-1/2', '1/2']],
  ['where(w > 0, w, 10)', ['1', '10']],
  [
    '(A > 2) * (A <= 4)',
    [
      ['0', '0', '1'],
      ['1', '0', '0'],
    ],
  ], // prettier-ignore
  ['sum(A == 3) + sum(A != 3)', '6'],
  ['masked_softmax([0, 5], m)', ['0', '1']],
  ['bce([1/2, 1/2], [1, 0])', 'ln(2)'],
  ['bce_logits([0, 0], [1, 0])', 'ln(2)'],
  ['detach(w)', ['1', '-2']],
  ['elu([1, 0])', ['1', '0']],
  ['silu(0)', '0'],
  ['attention([0, 0], [[1, 0], [0, 1]], [[1], [3]], 1, m)', ['3']],
  ['−2 ÷ 4 + 3² · 2', '35/2'],
  ['2 × w', ['2', '-4']],
  ['ReLU(w)', ['1', '0']],
  ['w ** 2', ['1', '4']],
  ['[4, 9]^(1/2)', ['2', '3']],
  ['4^-1.5', '1/8'],
  ['2^w', ['2', '1/4']],
  ['[2, 3]^(m + 1)', ['2', '9']],
])('%s', (expression, value) => expect(valueAt(expression)).toEqual(value))

test.each([
  ['sum(leaky_relu(w, 1/4))', ['1', '1/4']],
  ['mse(w, [0, 0])', ['1', '-2']],
  ['sum(hinge(w, [1, 1]))', ['0', '-1']],
  ['norm(3 * w) * norm(3 * w)', ['18', '-36']],
  ['sum(where(w > 0, 5 * w, w^2))', ['5', '-4']],
  ['sum(detach(w) * w)', ['1', '-2']],
  ['amax(w) + 2 * amin(w)', ['1', '2']],
  ['sum(clip(w, -1, 2))', ['1', '0']],
  ['sum(maxpool(w, 2))', ['1', '0']],
  ['sum(outer(w, [1, 2]))', ['3', '3']],
  ['norm(0 * w)', ['0', '0']],
  ['(w[1] + 3)^0.5', ['1/4', '0']],
  ['w[1]^(w[2] + 5)', ['3', '0']],
])('the gradient of %s', (expression, slope) => expect(slopeOf(expression)).toEqual(slope))

describe('habits of other libraries are answered with what is meant', () => {
  test.each([
    ['np.dot(w, w)', '4:5 there is no np.dot here: did you mean dot(u, v)?'],
    ['F.relu(w)', '4:5 there is no F.relu here: did you mean relu(x)?'],
    ['np.pi', '4:5 there is no np.pi here: did you mean pi?'],
    ['mse_loss(w, w)', '4:5 there is no function mse_loss: did you mean mse(a, y)?'],
    ['Softmax(w)', '4:5 there is no function Softmax: did you mean softmax(x) or softmax(x, axis)?'],
    ['sigmod(w)', '4:5 there is no function sigmod: did you mean sigmoid(x)?'],
    ['sofmtax(w)', '4:5 there is no function sofmtax: did you mean softmax(x) or softmax(x, axis)?'],
    ['max(w)', '4:5 max has 1 argument here, expected max(a, b) or amax(x) or amax(x, axis)'],
    ['A @ w^T', '4:11 a transpose is written with a point: x.T'],
    ['matmul(A, w)', '4:5 there is no function matmul: did you mean a @ b?'],
    [
      'w.sum()',
      '4:7 functions stand before what they take, not behind it as .sum: did you mean sum(x) or sum(x, axis)?',
    ],
    [
      'sum(A, axis=0)',
      '4:12 found axis, expected an argument without a name (axes count from 1): sum(x) or sum(x, axis)',
    ],
    ['A w', '4:7 found w, expected an operator: @ between matrices, * entry by entry'],
    ['relu(A w)', '4:12 found w, expected an operator: @ between matrices, * entry by entry'],
    ['(A w)', '4:8 found w, expected an operator: @ between matrices, * entry by entry'],
    ['w[0]', '4:6 w is 2: there is no entry [0] (its indices go from 1 to 2)'],
    ['0 < w < 1', '4:11 found <: a comparison has two sides (multiply two of them: (0 < x) * (x < 1))'],
  ])('%s', (expression, error) => expect(told(`${given}q = ${expression}`)).toEqual([error]))
})

describe('what functions do not take is an error at its place', () => {
  test.each([
    ['conv1d(w, m, 0)', /a stride is an integer from 1/],
    ['conv2d(A, A, 1, -1)', /a padding is an integer from 0/],
    ['conv2d(A, [[1], [2], [3]])', /a kernel of 3x1 does not fit into 2x3 with padding 0/],
    ['maxpool(A, 3)', /a window of 3x3 does not fit into 2x3/],
    ['maxpool(A, 2, 0)', /a stride is an integer from 1/],
    ['avgpool(A, 0)', /the size of a window is an integer from 1/],
    ['A[0:1,:]', /there is no index 0/],
    ['A[2:1,:]', /nothing lies from 2 to 1/],
    ['A[:,:,:]', /a part of 2x3 takes 2 indices or ranges, found 3/],
    ['masked_softmax(w, [0, 0])', /the mask leaves nothing to see/],
    ['masked_softmax(w, w)', /a mask holds 0 and 1 only/],
    ['where(w, 1, 2)', /a mask holds 0 and 1 only/],
    ['mse(w, 1)', /two shapes \(2 and scalar\) where each entry has its own target/],
    ['bce(w, m)', /bce takes probabilities between 0 and 1/],
    ['clip(w, 2, 1)', /a lowest value that is not above the highest one/],
    ['huber(w, 0)', /a delta above 0/],
    ['layernorm(w, -1)', /epsilon cannot be below 0/],
    ['dot(A, w)', /dot takes two vectors of one length/],
    ['eye(0)', /a length is an integer from 1/],
    ['w × w', /this sign may be either product of two tensors/],
  ])('%s', (expression, error) => {
    const errors = told(`${given}q = ${expression}\nask q`)
    expect(errors).toHaveLength(1)
    expect(errors[0]).toMatch(/^4:\d+ /)
    expect(errors[0]).toMatch(error)
  })

  test('a comparison of symbols', () => {
    expect(told('given a : 2\nq = a > 0\nask q')[0]).toMatch(/^2:7 /)
  })
})

test('words that came later are still names of nodes', () => {
  const later = ['norm', 'var', 'std', 'dot', 'len', 'where', 'ones', 'clip', 'mse', 'σ', 'ln']
  const source = later.map((name, nth) => `given ${name} = ${nth}`).join('\n')
  const asked = answersOf(solveReport(keyOf(`${source}\nq = norm + mse\nask q`)))
  expect(asked.q).toBe('8')
})

test('a range takes what its entries alone would take', () => {
  const index = fc.integer({ min: 1, max: 3 })
  fc.assert(
    fc.property(index, index, (a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)]
      const entries = Array.from({ length: to - from + 1 }, (_, i) => valueAt(`A[2,${from + i}]`))
      expect(valueAt(`A[2,${from}:${to}]`)).toEqual(entries)
    }),
    { numRuns: 9 },
  )
})
