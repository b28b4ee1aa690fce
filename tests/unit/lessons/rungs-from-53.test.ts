import { describe, expect, test } from 'vitest'
import { solveReport } from '@/lib/exercise'
import { lessonSource } from '../../lesson-files'
import { answersOf, keyOf } from '../exercise/solve'
import { dot, floatsOf, type Pass, shares, sigmoid, slopes } from './floats'

const answers = (slug: string): Record<string, unknown> => answersOf(solveReport(keyOf(lessonSource(slug))))

function expectNear(found: readonly number[] | undefined, expected: readonly number[], what: string): void {
  expect(found?.length, what).toBe(expected.length)
  for (const [at, value] of expected.entries()) expect(found?.[at], `${what} ${at}`).toBeCloseTo(value, 7)
}

interface Network {
  readonly slug: string
  readonly inputs: Record<string, number[]>
  readonly pass: Pass
}

/** The forward passes written anew in floats; L is the sum of what leaves the network, times the upstream gradient. */
const networks: readonly Network[] = [
  {
    slug: 'circuit',
    inputs: { x: [2], y: [3], z: [-4] },
    pass: ({ x = [], y = [], z = [] }) => ({ L: [(x[0]! * y[0]! + z[0]!) * y[0]!] }),
  },
  {
    slug: 'leaky-relu',
    inputs: { z: [2, -4, -1, 3] },
    pass: ({ z = [] }) => {
      const h = z.map(value => (value > 0 ? value : value / 10))
      return { h, L: [dot(h, [1, 3, -2, -4])] }
    },
  },
  {
    slug: 'sine-and-cosine',
    inputs: { t: [Math.PI / 6] },
    pass: ({ t = [] }) => {
      const y = [Math.sin(t[0]!), Math.cos(t[0]!)]
      return { y, L: [dot(y, [4, 2])] }
    },
  },
  {
    slug: 'jacobian',
    inputs: { z: [0, Math.log(2), Math.log(3)] },
    pass: ({ z = [] }) => ({ p: shares(z), L: [dot(shares(z), [3, -1, 2])] }),
  },
  {
    slug: 'convolution-in-two-dimensions',
    inputs: { X: [1, 2, 0, 0, 1, 3, 2, 0, 1], K: [1, 0, -1, 2] },
    pass: ({ X = [], K = [] }) => {
      const C = [0, 1, 3, 4].map(at => dot([X[at]!, X[at + 1]!, X[at + 3]!, X[at + 4]!], K))
      return { C, L: [dot(C, [1, -1, 2, 3])] }
    },
  },
  {
    slug: 'largest-of-a-window',
    inputs: { X: [1, 3, 0, 2, 2, -1, 5, 1, 4, 0, -3, -1, 1, 2, -2, -5] },
    pass: ({ X = [] }) => {
      const P = [0, 2, 8, 10].map(at => Math.max(X[at]!, X[at + 1]!, X[at + 4]!, X[at + 5]!))
      return { P, L: [dot(P, [1, -2, 3, 4])] }
    },
  },
  {
    slug: 'mean-of-a-window',
    inputs: { X: [1, 3, 0, 2, 2, -2, 5, 1] },
    pass: ({ X = [] }) => {
      const P = [0, 2].map(at => (X[at]! + X[at + 1]! + X[at + 4]! + X[at + 5]!) / 4)
      return { P, L: [dot(P, [4, -8])] }
    },
  },
  {
    slug: 'batch-norm',
    inputs: { x: [8, 2, 2, 0], gamma: [2], beta: [-3] },
    pass: ({ x = [], gamma = [], beta = [] }) => {
      const mean = dot(x, [1, 1, 1, 1]) / 4
      const deviation = Math.sqrt(dot(x, x) / 4 - mean * mean)
      const xhat = x.map(value => (value - mean) / deviation)
      return {
        xhat,
        L: [
          dot(
            xhat.map(value => gamma[0]! * value + beta[0]!),
            [3, -2, 6, 2],
          ),
        ],
      }
    },
  },
  {
    slug: 'causal-attention',
    inputs: { S: [0, 1, 2, 1, 0, 2, 1, 0, 1], V: [3, -6, 4] },
    pass: ({ S = [], V = [] }) => {
      const row = (i: number): number[] =>
        Object.assign([0, 0, 0], shares(S.slice(3 * i, 3 * i + i + 1).map(score => Math.LN2 * score)))
      const P = [row(0), row(1), row(2)]
      const O = P.map(seen => dot(seen, V))
      return { P: P.flat(), O, L: [dot(O, [2, 3, 10])] }
    },
  },
  {
    slug: 'lstm-cell',
    inputs: { z: [3, 4, 1 / 2, 2].map(Math.log) },
    pass: ({ z = [] }) => {
      const [i, f, o, g] = [sigmoid(z[0]!), sigmoid(z[1]!), sigmoid(z[2]!), Math.tanh(z[3]!)]
      const c = f / 2 + i * g
      const h = o * Math.tanh(c)
      return { i: [i], f: [f], o: [o], g: [g], c: [c], h: [h], L: [10 * h] }
    },
  },
]

describe.each(networks)('$slug in floats', ({ slug, inputs, pass }) => {
  const found = floatsOf(slug)

  test('the forward pass', () => {
    const { L, ...nodes } = pass(inputs)
    const asked = Object.entries(nodes).filter(([name]) => name in found)
    for (const [name, values] of asked) expectNear(found[name], values, name)
    if ('f' in found && 'f_1' in found) expectNear(found.f, L ?? [], 'f')
    else expect(asked.length).toBeGreaterThan(0)
  })

  test('the gradients, by central differences', () => {
    const asked = Object.keys(inputs).filter(name => `dL/d${name}` in found)
    expect(asked).not.toEqual([])
    for (const name of asked) expectNear(found[`dL/d${name}`], slopes(pass, inputs, name), name)
  })
})

test('53: what comes back on each wire of the circuit', () => {
  const found = answers('circuit')
  expect([found['dL/dy.1'], found['dL/dy.2'], found['dL/dy']]).toEqual(['6', '2', '8'])
})

test('54: the shares minus the truth, over the number of examples', () => {
  const found = answers('shares-minus-truth')
  expect(found.P).toEqual([
    ['1/8', '1/4', '5/8'],
    ['1/2', '3/8', '1/8'],
  ])
  expect(found['dL/dZ']).toEqual([
    ['1/16', '-3/8', '5/16'],
    ['-1/4', '3/16', '1/16'],
  ])
  expect(found['formula dL/dZ']).toBe('(softmax(Z) - Y) / 2')
})

test('55: the Jacobian of a softmax is diag(p) - p p^T', () => {
  const p = [1 / 6, 1 / 3, 1 / 2]
  const expected = p.flatMap((a, i) => p.map((b, j) => (i === j ? a * (1 - a) : -a * b)))
  expectNear(floatsOf('jacobian')['dp/dz'], expected, 'dp/dz')
})

test('56: rows times columns', () => {
  expect(answers('counting')).toEqual({
    'shape h': '100',
    'count W1': String(100 * 28 * 28),
    'count W2': '1000',
    'count b2': '10',
  })
})

describe('steps downhill, written anew in floats', () => {
  test('65: momentum', () => {
    const found = floatsOf('momentum')
    let [w, v] = [
      [4, -8],
      [0, 0],
    ]
    for (const step of ['', 'step2.']) {
      v = v.map((value, at) => value / 2 + w[at]!)
      w = w.map((value, at) => value - v[at]! / 4)
      expectNear(found[`descend.${step}v.w`], v, 'v')
      expectNear(found[`descend.${step}w`], w, 'w')
      expectNear(found[`descend.${step}loss`], [dot(w, w) / 2], 'loss')
    }
  })

  test('66: Adam', () => {
    const found = floatsOf('adam')
    let [w, m, s] = [5, 0, 0]
    for (const [t, step] of [
      [1, ''],
      [2, 'step2.'],
    ] as const) {
      m = 0.9 * m + 0.1 * 2 * w
      s = 0.999 * s + 0.001 * (2 * w) ** 2
      w -= (0.1 * (m / (1 - 0.9 ** t))) / Math.sqrt(s / (1 - 0.999 ** t))
      expectNear(found[`descend.${step}m.w`], [m], 'm')
      expectNear(found[`descend.${step}s.w`], [s], 's')
      expectNear(found[`descend.${step}w`], [w], 'w')
      expectNear(found[`descend.${step}loss`], [w * w], 'loss')
    }
  })

  test('67: weight decay', () => {
    const found = floatsOf('weight-decay')
    const [x, w] = [
      [1, -2],
      [2, -1],
    ]
    const g = x.map(value => 2 * (dot(w, x) - 1) * value)
    const moved = w.map((value, at) => value - 0.1 * (g[at]! + 0.5 * value))
    expectNear(found['descend.w'], moved, 'w')
    expectNear(found['descend.loss'], [(dot(moved, x) - 1) ** 2], 'loss')
  })

  test('68: a gradient of length 9, cut to 3', () => {
    const found = floatsOf('gradient-clipping')
    expectNear(found['dL/dw'], [1, -4, 8], 'gradient')
    expectNear(found['descend.w'], [1 - 1 / 6, -1 + 4 / 6, 6 - 8 / 6], 'w')
    expectNear(found['descend.predicted'], [-(1 + 16 + 64) / 6], 'predicted')
  })
})

test('the mistakes to find are those that the files name, and each spoils what comes after it', () => {
  const traces = {
    'mistake-in-a-network': ['mask-omitted', 'dL/dz', ['dL/dz', 'dL/db1', 'dL/dW1']],
    'mistake-in-a-product': ['missing-transpose', 'dL/dH', ['dL/dH', 'dL/dW1']],
    'mistake-in-a-recurrence': ['one-path', 'dL/dw', ['dL/dw']],
    'mistake-in-a-classifier': ['ce-sign', 'dL/dZ', ['dL/dZ', 'dL/db']],
    'mistake-in-a-descent': [
      'momentum-forgotten',
      'descend.step2.v.w',
      ['descend.step2.v.w', 'descend.step2.w', 'descend.step2.predicted'],
    ],
  } as const
  for (const [slug, [mistake, step, spoiled]] of Object.entries(traces)) {
    const found = answers(slug)
    expect([found['find.mistake'], found['find.step']], slug).toEqual([mistake, step])
    expect(
      Object.keys(found)
        .filter(id => !id.startsWith('find.'))
        .slice(0, spoiled.length),
      slug,
    ).toEqual(spoiled)
  }
})
