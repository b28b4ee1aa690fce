import { describe, expect, test } from 'vitest'
import { AtomTable, atomField, type Scalar, spellScalar } from '@/lib/exact/atoms'
import { Budget } from '@/lib/exact/budget'
import { type Rational, rational } from '@/lib/exact/rational'
import { mapTensor, nest, type Tensor, unnest } from '@/lib/exact/tensor'
import { solveReport } from '@/lib/exercise'
import type { Op, Settings } from '@/lib/network'
import {
  attention,
  cross_entropy,
  layernorm,
  log,
  log_softmax,
  matmul,
  softmax,
  sqrt,
  transpose,
} from '@/lib/network/ops'
import { plainSentence } from '@/lib/words/sentence'
import { answersOf, keyOf, told } from '../exercise/solve'

const field = atomField(new Budget({ work: 50_000_000, digits: 4096 }), new AtomTable())

type Numbers = number | Rational | Numbers[]

function tensor(nested: Numbers): Tensor<Scalar> {
  const read = unnest<number | Rational>(nested)
  if (read === null) throw new Error('ragged')
  return mapTensor(read, entry => (typeof entry === 'number' ? rational(entry) : entry))
}

function forward(op: Op, inputs: readonly Tensor<Scalar>[], settings: Settings = []): Tensor<Scalar> {
  const outcome = op.forward(field, inputs, settings)
  if (!outcome.ok) throw new Error(outcome.reason.id)
  return outcome.value
}

function same(a: Tensor<Scalar>, b: Tensor<Scalar>): void {
  expect(a.shape).toEqual(b.shape)
  for (const [at, entry] of a.data.entries()) expect(field.equals(entry, b.data[at]!)).toBe(true)
}

const shown = (value: Tensor<Scalar>) => nest(mapTensor(value, spellScalar))

describe('along the last axis unless another is said', () => {
  const x = tensor([
    [1, 2, 4],
    [0, -1, 3],
  ])

  test('each line of a softmax has the sum 1, and is the exponential of log_softmax', () => {
    for (const settings of [[], [1], [2]]) {
      const p = forward(softmax, [x], settings)
      same(mapTensor(forward(log_softmax, [x], settings), field.exp), p)
      const turned = settings[0] === 1 ? forward(transpose, [p]) : p
      const length = turned.shape[1]!
      for (let row = 0; row < turned.shape[0]!; row += 1) {
        const line = turned.data.slice(row * length, (row + 1) * length)
        expect(field.equals(line.reduce(field.add, field.zero), field.one)).toBe(true)
      }
    }
    same(forward(softmax, [x]), forward(softmax, [x], [2]))
  })

  test('a cross-entropy is minus the logarithm of the share of the true class, row by row', () => {
    const y = tensor([
      [0, 1, 0],
      [1, 0, 0],
    ])
    const p = forward(softmax, [x])
    const shares = { shape: [2], data: [p.data[1]!, p.data[3]!] }
    same(
      forward(cross_entropy, [x, y]),
      mapTensor(shares, share => field.neg(field.log(share))),
    )
  })

  test('a normalised row has mean 0 and variance 1', () => {
    const y = forward(layernorm, [x])
    for (const row of [y.data.slice(0, 3), y.data.slice(3)]) {
      expect(field.isZero(row.reduce(field.add, field.zero))).toBe(true)
      const squares = row.map(entry => field.mul(entry, entry)).reduce(field.add, field.zero)
      expect(field.equals(squares, rational(3))).toBe(true)
    }
  })
})

test('attention is softmax(q k^T / sqrt d) v', () => {
  const [q, k, v] = [
    tensor([
      [1, 2],
      [0, -1],
    ]),
    tensor([
      [2, 0],
      [-1, 1],
      [1, 1],
    ]),
    tensor([[1], [4], [-2]]),
  ]
  const scores = forward(matmul, [q, forward(transpose, [k])])
  const scaled = mapTensor(scores, entry => field.div(entry, field.sqrt(rational(2))))
  same(forward(attention, [q, k, v]), forward(matmul, [forward(softmax, [scaled]), v]))
})

describe('what has no value or no slope is told in words, with its place', () => {
  const fault = (op: Op, x: Tensor<Scalar>) => {
    const outcome = op.forward(field, [x], [])
    return outcome.ok ? null : plainSentence(outcome.reason)
  }

  test('on the numbers alone', () => {
    expect(fault(log, tensor([1, 0]))).toMatch(/^no logarithm.* at \(2\)$/)
    expect(fault(log, tensor(-1))).toMatch(/^no logarithm.* is not one$/)
    expect(fault(sqrt, tensor([[4], [-1]]))).toMatch(/^no square root.* at \(2, 1\)$/)
    expect(fault(sqrt, tensor(0))).toBe(null)
    expect(fault(layernorm, tensor([3, 3]))).toMatch(/^division by zero: the standard deviation is 0/)
    expect(
      fault(
        layernorm,
        tensor([
          [1, 2],
          [5, 5],
        ]),
      ),
    ).toMatch(/^division by zero.* of the row at \(2\)/)
  })

  test('in an exercise: a root of 0 is a value, and an error only where a gradient goes through it', () => {
    const root = 'param x = 0\ny = sqrt(x)\n'
    expect(answersOf(solveReport(keyOf(`${root}ask y`)))).toEqual({ y: '0' })
    expect(told(`${root}loss L = 3 * y\nask L`)).toEqual([
      '2:5 no slope: sqrt rises straight up at 0, and this is 0',
    ])
    expect(told(`${root}ask dy/dx`)).toEqual(['2:5 no slope: sqrt rises straight up at 0, and this is 0'])
    expect(told('param x = 4\nloss L = sqrt(x)\ndescend 16 steps 2')).toEqual([
      '3:1 after descent step 1: no slope: sqrt rises straight up at 0, and this is 0 (line 2, column 10)',
    ])
    // A constant's own gradient is nobody's question.
    const constant = keyOf('given c = sqrt(0)\nparam x = 2\nloss L = x * c + x^2\nask dL/dx')
    expect(answersOf(solveReport(constant))).toEqual({ 'dL/dx': '4' })
  })

  test('in an exercise: shapes and faults', () => {
    expect(told('given x = [1, -1]\ny = log(x)')[0]).toMatch(/^2:5 no logarithm/)
    expect(told('given x = 1\ny = softmax(x)')[0]).toMatch(/^2:5 x is a scalar: /)
    expect(told('given x = [1, 2]\ny = softmax(x, 2)')[0]).toMatch(/^2:5 x is 2: there is no axis 2/)
    expect(told('given x = [1, 2]\ny = cross_entropy(x, 1)')[0]).toMatch(/^2:5 .*does not fit logits of 2$/)
    expect(told('given x = [1, 2]\ny = attention(x, x, x)')[0]).toMatch(/^2:5 .*keys and values are rows/)
    expect(told('given x = [1, 2]\ny = exp x')[0]).toMatch(/exp\(x\)$/)
  })
})

test('the numbers stay small: one denominator for all shares', () => {
  const p = forward(softmax, [tensor([1, 2, 3])])
  expect(shown(p)).toEqual(['1/(1+e+e^2)', 'e/(1+e+e^2)', 'e^2/(1+e+e^2)'])
})
