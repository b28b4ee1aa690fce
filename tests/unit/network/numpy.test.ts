import { describe, expect, test } from 'vitest'
import { rational, showRational } from '@/lib/exact/rational'
import { nest, type Shape, sizeOf, type Tensor, unnest } from '@/lib/exact/tensor'
import { add, divide, matmul, max, mean, power, sum, transpose } from '@/lib/network/ops'
import { plainSentence } from '@/lib/words/sentence'
import { rationalField as rationals } from '../exact/plain'

type Numbers = number | Numbers[]

function tensor(nested: Numbers) {
  const read = unnest<number>(nested)
  if (read === null) throw new Error('ragged')
  return { shape: read.shape, data: read.data.map(n => rational(n)) }
}

function shown(forward: ReturnType<typeof add.forward<ReturnType<typeof rational>>>) {
  return forward.ok
    ? nest({ ...forward.value, data: forward.value.data.map(showRational) })
    : plainSentence(forward.reason)
}

/** Shapes and their results as NumPy 2 gives them; null where it raises. */
const broadcasts: [Shape, Shape, Shape | null][] = [
  [[], [], []],
  [[3], [], [3]],
  [[2, 3], [3], [2, 3]],
  [
    [2, 3],
    [2, 1],
    [2, 3],
  ],
  [
    [2, 1],
    [1, 3],
    [2, 3],
  ],
  [
    [8, 1, 6, 1],
    [7, 1, 5],
    [8, 7, 6, 5],
  ],
  [[3], [4], null],
  [[2, 1], [8, 4, 3], null],
  [[2, 3], [2], null],
]

const products: [Shape, Shape, Shape | null][] = [
  [[3], [3], []],
  [[2, 3], [3], [2]],
  [[2], [2, 3], [3]],
  [
    [2, 3],
    [3, 4],
    [2, 4],
  ],
  [
    [9, 5, 7, 4],
    [9, 5, 4, 3],
    [9, 5, 7, 3],
  ],
  [
    [5, 1, 2, 3],
    [4, 3, 2],
    [5, 4, 2, 2],
  ],
  [[2, 2, 3], [3], [2, 2]],
  [[3], [2, 3, 4], [2, 4]],
  [[2, 3], [2, 3], null],
  [[3], [4], null],
  [[], [3], null],
  [[2, 2, 2], [3, 2, 2], null],
]

describe('shapes as NumPy has them', () => {
  test.each(broadcasts)('%j + %j', (a, b, result) => {
    for (const [p, q] of [
      [a, b],
      [b, a],
    ] as const) {
      const rule = add.shape([p, q], [])
      expect(rule.ok ? rule.shape : null).toEqual(result)
    }
  })

  test.each(products)('%j @ %j', (a, b, result) => {
    const rule = matmul.shape([a, b], [])
    expect(rule.ok ? rule.shape : null).toEqual(result)
    const counted = (shape: Shape): Tensor<ReturnType<typeof rational>> => ({
      shape,
      data: Array.from({ length: sizeOf(shape) }, (_, i) => rational(i - 2)),
    })
    if (result === null) return
    const product = matmul.forward(rationals, [counted(a), counted(b)], [])
    expect(product.ok && product.value.shape).toEqual(result)
    expect(product.ok && product.value.data.length).toBe(sizeOf(result))
  })
})

describe('values as NumPy has them', () => {
  test('matmul of matrices, and of a batch against one matrix', () => {
    const b = tensor([
      [1, 0, 2],
      [0, 1, 3],
    ])
    expect(shown(matmul.forward(rationals, [tensor([[1, 2]]), b], []))).toEqual([['1', '2', '8']])
    const batch = tensor([[[1, 2]], [[3, 4]]])
    expect(shown(matmul.forward(rationals, [batch, b], []))).toEqual([[['1', '2', '8']], [['3', '4', '18']]])
  })

  test('sums and means along axes counted from 1, which are dropped', () => {
    const x = tensor([
      [1, 2, 3],
      [4, 5, 7],
    ])
    expect(shown(sum.forward(rationals, [x], []))).toBe('22')
    expect(shown(sum.forward(rationals, [x], [1]))).toEqual(['5', '7', '10'])
    expect(shown(sum.forward(rationals, [x], [2]))).toEqual(['6', '16'])
    expect(shown(mean.forward(rationals, [x], []))).toBe('11/3')
    expect(shown(mean.forward(rationals, [x], [1]))).toEqual(['5/2', '7/2', '5'])
    const cube = tensor([
      [
        [1, 2],
        [3, 4],
      ],
      [
        [5, 6],
        [7, 8],
      ],
    ])
    expect(shown(sum.forward(rationals, [cube], [2]))).toEqual([
      ['4', '6'],
      ['12', '14'],
    ])
  })

  test('.T turns all axes round', () => {
    expect(shown(transpose.forward(rationals, [tensor([1, 2])], []))).toEqual(['1', '2'])
    const turned = transpose.forward(rationals, [tensor([[[1, 2, 3]], [[4, 5, 6]]])], [])
    expect(shown(turned)).toEqual([[['1', '4']], [['2', '5']], [['3', '6']]])
  })

  test('max of a matrix and a row', () => {
    const a = tensor([
      [1, 5],
      [3, -2],
    ])
    expect(shown(max.forward(rationals, [a, tensor([2, 0])], []))).toEqual([
      ['2', '5'],
      ['3', '0'],
    ])
  })
})

describe('division by zero is a fault that says where', () => {
  test('a / b', () => {
    const outcome = divide.forward(
      rationals,
      [
        tensor(1),
        tensor([
          [1, 2],
          [3, 0],
        ]),
      ],
      [],
    )
    expect(shown(outcome)).toBe('division by zero: the divisor is 0 at (2, 2)')
  })
  test('0^-1, while 0^0 is 1', () => {
    expect(shown(power.forward(rationals, [tensor([2, 0])], [-1]))).toBe(
      'division by zero: 0^-1 has no value, the base is 0 at (2)',
    )
    expect(shown(power.forward(rationals, [tensor([2, 0])], [0]))).toEqual(['1', '1'])
  })
})
