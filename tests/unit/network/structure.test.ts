import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Rational, rational, showRational } from '@/lib/exact/rational'
import { nest, type Shape, type Tensor, unnest } from '@/lib/exact/tensor'
import type { Op, Settings } from '@/lib/network'
import { concat, conv1d, dropout, embed, matmul, reshape, slice, stack } from '@/lib/network/ops'
import { plainSentence } from '@/lib/words/sentence'
import { rationalField as rationals } from '../exact/plain'
import { tensorArbitrary, tensorsArbitrary } from './samples'

type Numbers = number | Numbers[]

function tensor(nested: Numbers): Tensor<Rational> {
  const read = unnest<number>(nested)
  if (read === null) throw new Error('ragged')
  return { shape: read.shape, data: read.data.map(n => rational(n)) }
}

function forward(op: Op, inputs: readonly Tensor<Rational>[], settings: Settings = []): Tensor<Rational> {
  const rule = op.shape(
    inputs.map(({ shape }) => shape),
    settings,
  )
  if (!rule.ok) throw new Error(rule.reason.id)
  const outcome = op.forward(rationals, inputs, settings)
  if (!outcome.ok) throw new Error(outcome.reason.id)
  expect(outcome.value.shape).toEqual(rule.shape)
  return outcome.value
}

function backward(
  op: Op,
  inputs: readonly Tensor<Rational>[],
  upstream: Tensor<Rational>,
  settings: Settings = [],
): readonly Tensor<Rational>[] {
  const output = forward(op, inputs, settings)
  return op.vjp(rationals, { inputs, output, upstream, settings })
}

const shown = ({ shape, data }: Tensor<Rational>) => nest({ shape, data: data.map(showRational) })
const texts = (nested: Numbers): unknown => shown(tensor(nested))

function fault(op: Op, ...inputs: Tensor<Rational>[]): string | null {
  const outcome = op.forward(rationals, inputs, [])
  return outcome.ok ? null : plainSentence(outcome.reason)
}

const a = tensor([
  [1, 2, 3],
  [4, 5, 6],
])
const lengths = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 })

describe('as NumPy has them', () => {
  test('reshape, row by row', () => {
    expect(shown(forward(reshape, [a], [3, 2]))).toEqual(
      texts([
        [1, 2],
        [3, 4],
        [5, 6],
      ]),
    )
    expect(shown(forward(reshape, [a], [2, 1, 3]))).toEqual(texts([[[1, 2, 3]], [[4, 5, 6]]]))
    expect(shown(forward(reshape, [tensor([[7]])], []))).toEqual('7')
  })

  test('concatenate, stack and slices, their axes and indices from 1 and the end included', () => {
    expect(shown(forward(concat, [a, tensor([[7], [8]])], [2]))).toEqual(
      texts([
        [1, 2, 3, 7],
        [4, 5, 6, 8],
      ]),
    )
    expect(shown(forward(concat, [a, tensor([[7, 8, 9]])], [1]))).toEqual(
      texts([
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
      ]),
    )
    expect(shown(forward(stack, [tensor([1, 2]), tensor([3, 4])]))).toEqual(
      texts([
        [1, 2],
        [3, 4],
      ]),
    )
    expect(shown(forward(slice, [a], [2, 2, 3]))).toEqual(
      texts([
        [2, 3],
        [5, 6],
      ]),
    )
    expect(shown(forward(slice, [a], [1, 2, 2]))).toEqual(texts([[4, 5, 6]]))
  })

  test('correlate(x, k, "valid"), and a window of every channel', () => {
    const halves = { shape: [3], data: [rational(0), rational(1), rational(1, 2)] }
    expect(shown(forward(conv1d, [tensor([1, 2, 3]), halves]))).toEqual(['7/2'])
    const x = tensor([
      [1, 2, 3, 4, 5],
      [6, 7, -3, 9, 10],
    ])
    const k = tensor([
      [
        [1, 0],
        [2, -1],
      ],
      [
        [0, 3],
        [-2, 1],
      ],
      [
        [1, 1],
        [1, 1],
      ],
    ])
    const expected: Numbers = [
      [6, 19, -12, 12],
      [1, -8, 27, 7],
      [16, 9, 13, 28],
    ]
    expect(shown(forward(conv1d, [x, k]))).toEqual(texts(expected))
    const batch = { shape: [2, 2, 5], data: [...x.data, ...x.data.map(rationals.neg)] }
    const negative = (expected as number[][]).map(row => row.map(n => -n))
    expect(shown(forward(conv1d, [batch, k]))).toEqual(texts([expected, negative]))
  })

  test('table[ids - 1], whatever the shape of the ids', () => {
    const table = tensor([
      [1, 2],
      [3, 4],
      [5, 6],
    ])
    const ids = tensor([
      [3, 1],
      [1, 2],
    ])
    expect(shown(forward(embed, [table, ids]))).toEqual(
      texts([
        [
          [5, 6],
          [1, 2],
        ],
        [
          [1, 2],
          [3, 4],
        ],
      ]),
    )
    expect(shown(forward(embed, [tensor([5, 6, 7]), tensor([3, 1])]))).toEqual(['7', '5'])
    expect(shown(forward(embed, [table, tensor(2)]))).toEqual(['3', '4'])
  })

  test('x * mask / keep, the mask broadcast', () => {
    const half = { shape: [], data: [rational(1, 2)] }
    expect(shown(forward(dropout, [a, tensor([0, 1, 1]), half]))).toEqual(
      texts([
        [0, 4, 6],
        [0, 10, 12],
      ]),
    )
    expect(shown(forward(dropout, [a, tensor([[0], [1]]), tensor(1)]))).toEqual(
      texts([
        [0, 0, 0],
        [4, 5, 6],
      ]),
    )
  })
})

test('cut in two at any place of any axis and joined again, a tensor is what it was; so is its gradient', () => {
  const cuts = lengths.chain(shape =>
    fc.record({
      x: tensorArbitrary(shape),
      axis: fc.integer({ min: 1, max: shape.length }),
      share: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    }),
  )
  let cutsMade = 0
  fc.assert(
    fc.property(cuts, ({ x, axis, share }) => {
      const length = x.shape[axis - 1]!
      if (length < 2) return
      cutsMade += 1
      const middle = 1 + Math.floor(share * (length - 1))
      const low = forward(slice, [x], [axis, 1, middle])
      const high = forward(slice, [x], [axis, middle + 1, length])
      expect(forward(concat, [low, high], [axis])).toEqual(x)
      const [intoLow, intoHigh] = backward(concat, [low, high], x, [axis])
      expect([intoLow, intoHigh]).toEqual([low, high])
      const [p] = backward(slice, [x], low, [axis, 1, middle])
      const [q] = backward(slice, [x], high, [axis, middle + 1, length])
      expect(p!.data.map((entry, i) => rationals.add(entry, q!.data[i]!))).toEqual(x.data)
    }),
  )
  expect(cutsMade).toBeGreaterThan(30)
})

test('a slice has the entries that indexing says', () => {
  const shape: Shape = [3, 4, 2]
  fc.assert(
    fc.property(tensorArbitrary(shape), x => {
      const part = nest(forward(slice, [x], [2, 2, 3])) as unknown as Rational[][][]
      const whole = nest(x) as unknown as Rational[][][]
      expect(part).toEqual(whole.map(plane => plane.slice(1, 3)))
    }),
    { numRuns: 20 },
  )
})

test('a reshape keeps the order row by row, there and back', () => {
  fc.assert(
    fc.property(
      lengths.chain(shape => tensorArbitrary(shape)),
      fc.array(fc.nat(20), { maxLength: 2 }),
      (x, picks) => {
        let rest = x.data.length
        const wanted: number[] = []
        for (const pick of picks) {
          const divisors = Array.from({ length: rest }, (_, i) => i + 1).filter(d => rest % d === 0)
          const length = divisors[pick % divisors.length]!
          wanted.push(length)
          rest /= length
        }
        wanted.push(rest)
        const moved = forward(reshape, [x], wanted)
        expect(moved.shape).toEqual(wanted)
        expect([nest(moved)].flat(9)).toEqual([nest(x)].flat(9))
        expect(backward(reshape, [x], moved, wanted)).toEqual([x])
      },
    ),
  )
})

test('stack is what taking its parts out again undoes', () => {
  fc.assert(
    fc.property(
      lengths.chain(shape => tensorsArbitrary([shape, shape, shape])),
      parts => {
        const whole = forward(stack, parts)
        expect(nest(whole)).toEqual(parts.map(part => nest(part)))
        expect(backward(stack, parts, whole)).toEqual(parts)
      },
    ),
  )
})

describe('conv1d', () => {
  const sizes = fc
    .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }))
    .filter(([length, width]) => width <= length)
  const dot = (p: readonly Rational[], q: readonly Rational[]): Rational =>
    p.reduce((sum, entry, i) => rationals.add(sum, rationals.mul(entry, q[i]!)), rationals.zero)
  /** By windows cut out of the vector, one after the other. */
  const slid = (x: readonly Rational[], k: readonly Rational[]): Rational[] =>
    Array.from({ length: x.length - k.length + 1 }, (_, at) => dot(x.slice(at, at + k.length), k))

  test('is the product of the kernel with every window; dk is x slid along G; dx is G padded, the kernel turned', () => {
    fc.assert(
      fc.property(
        sizes.chain(([n, m]) => tensorsArbitrary([[n], [m], [n - m + 1]])),
        ([x, k, g]) => {
          expect(forward(conv1d, [x!, k!]).data).toEqual(slid(x!.data, k!.data))
          const [dx, dk] = backward(conv1d, [x!, k!], g!)
          expect(dk!.data).toEqual(slid(x!.data, g!.data))
          const padding = new Array<Rational>(k!.data.length - 1).fill(rationals.zero)
          expect(dx!.data).toEqual(slid([...padding, ...g!.data, ...padding], [...k!.data].reverse()))
        },
      ),
    )
  })

  test('of channels sums over them, one kernel for each output', () => {
    fc.assert(
      fc.property(
        tensorsArbitrary([
          [2, 3, 5],
          [4, 3, 2],
        ]),
        ([x, k]) => {
          const row = (of: Tensor<Rational>, nth: number, length: number) =>
            of.data.slice(nth * length, (nth + 1) * length)
          const expected: Rational[] = []
          for (const example of [0, 1]) {
            for (const output of [0, 1, 2, 3]) {
              const channels = [0, 1, 2].map(c =>
                slid(row(x!, example * 3 + c, 5), row(k!, output * 3 + c, 2)),
              )
              expected.push(
                ...channels.reduce((sum, part) => sum.map((entry, i) => rationals.add(entry, part[i]!))),
              )
            }
          }
          expect(forward(conv1d, [x!, k!])).toEqual({ shape: [2, 4, 4], data: expected })
        },
      ),
      { numRuns: 30 },
    )
  })

  test('tells which way round its kernel stands where that matters', () => {
    const met = (k: Numbers): boolean =>
      conv1d.conventions!.some(({ occurs }) => occurs(rationals, [tensor([1, 2, 3]), tensor(k)]))
    expect([met([1, 2]), met([1, 2, 1]), met([3]), met([0, 0, 1])]).toEqual([true, false, false, true])
    expect([met([[[1, 2]], [[2, 1]]]), met([[[1, 1]], [[2, 2]]])]).toEqual([true, false])
  })
})

describe('embed', () => {
  test('is a product with one-hot rows, forward and back; ids get zeros', () => {
    const ids = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(
        ids.chain(list =>
          fc.tuple(
            fc.constant(list),
            tensorsArbitrary([
              [4, 3],
              [list.length, 3],
            ]),
          ),
        ),
        ([list, [table, upstream]]) => {
          const onehot = tensor(list.map(id => [1, 2, 3, 4].map(row => (row === id ? 1 : 0))))
          expect(forward(embed, [table!, tensor(list)])).toEqual(forward(matmul, [onehot, table!]))
          const [intoTable, intoIds] = backward(embed, [table!, tensor(list)], upstream!)
          expect(intoTable).toEqual(backward(matmul, [onehot, table!], upstream!)[1])
          expect(intoIds).toEqual(tensor(list.map(() => 0)))
        },
      ),
    )
  })

  test('an id that names no row is a fault, whatever it is', () => {
    const table = tensor([[1], [2], [3]])
    for (const [n, d] of [
      [0, 1],
      [4, 1],
      [-1, 1],
      [3, 2],
      [1, 2],
      [7, 2],
    ] as const) {
      const ids = { shape: [2], data: [rational(1), rational(n, d)] }
      expect(fault(embed, table, ids)).toBe(
        'the id at (2) names no row of the table: ids are integers from 1 to 3',
      )
    }
    for (const id of [1, 2, 3]) expect(fault(embed, table, tensor(id))).toBeNull()
    expect(fault(embed, table, tensor(9))).toBe(
      'the id names no row of the table: ids are integers from 1 to 3',
    )
  })
})

describe('dropout', () => {
  test('a mask of anything but 0 and 1 is a fault, with its place', () => {
    const odd = { shape: [1, 3], data: [rational(0), rational(1), rational(1, 2)] }
    expect(fault(dropout, a, odd, tensor(1))).toBe(
      'a mask holds 0 and 1 only: this one has something else at (1, 3)',
    )
    expect(fault(dropout, tensor(1), tensor(-1), tensor(1))).toBe(
      'a mask holds 0 and 1 only: this one has something else',
    )
  })

  test('a share of nothing, below nothing or above all is a fault', () => {
    const kept = (n: number, d: number) =>
      fault(dropout, a, tensor([1, 1, 0]), { shape: [], data: [rational(n, d)] })
    for (const share of [0, -1, 2]) expect(kept(share, 1)).toMatch(/^what dropout keeps is a share/)
    expect(kept(1_000_001, 1_000_000)).toMatch(/^what dropout keeps is a share/)
    expect([kept(1, 1), kept(1, 1_000_000)]).toEqual([null, null])
  })
})
