import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Key, workedSolution } from '@/lib/exercise'
import { builtIn } from '@/lib/lessons'
import { plainSentence } from '@/lib/words/sentence'
import { takesLong } from '../../../takes-long'
import { randomNetwork } from '../../network/random-network'
import { errorsOf, keyOf } from '../solve'
import { prove } from './proofs'
import { chalkOf } from './random-chalk'

takesLong()

const textOf = (key: Key, step: string): string[] =>
  workedSolution(key)
    .find(worked => worked.step === step)!
    .lines.map(({ text }) => text)

describe('every line is true, by a calculator of its own', () => {
  /** Equations between numbers; a mask has none. */
  const least: Record<string, number> = {
    'matrix-multiplication': 12,
    'relu-mask': 0,
    'full-small-network': 50,
  }

  /** Exercises that ask for numbers alone: symbols, formulas and choices have no equations that a calculator could check. */
  const inNumbers = builtIn.filter(
    ({ file }) => !/^(ask formula |choose |given \w+ :)/m.test(readFileSync(`lib/lessons/${file}`, 'utf8')),
  )

  test.each(inNumbers)('$slug', ({ slug, file }) => {
    expect(prove(keyOf(readFileSync(`lib/lessons/${file}`, 'utf8')))).toBeGreaterThanOrEqual(least[slug] ?? 0)
  })

  test('of any network', () => {
    let equations = 0
    fc.assert(
      fc.property(randomNetwork, network => {
        const source = chalkOf(network, 'nudge 1/10\ndescend 1/2 steps 2')
        // After a step of descent a mask may be none any more, and a divisor 0.
        fc.pre(source !== null && errorsOf(source).length === 0)
        equations += prove(keyOf(source!))
      }),
      { numRuns: 30 },
    )
    expect(equations).toBeGreaterThan(300)
  })

  test('of every op of the language that stays rational', () => {
    const key = keyOf(`
given X = [[1, 2], [0, -1], [3, 1]]
param W = [[1, 0, 2], [-1, 1, 1/2]]
param b = [1, -2, 0]
Z = X @ W + b
H = max(Z, 0) - min(Z, 1/3)
S = slice(H, 2, 1, 2)
M = mean(S, 1)
Q = concat(M, abs(b), 1)
R = -Q / (1 + Q^2)
P = dropout(R, [1, 0, 1, 1, 1], 1/2)
K = conv1d(P, [2, -1, 1])
E = embed([[1, 2, 3], [b[1], b[2], b[3]]], [2, 1, 2])
V = reshape(E.T, 9) * step(M[1]) + stack(K, K, b).T[2,1]
loss L = sum(V ^ 2) + square(mean(K))
ask Z, H, S, M, Q, R, P, K, E, V, L, dL/dV, dL/dE, dL/dK, dL/dP, dL/dR, dL/dQ, dL/dM, dL/dS, dL/dH, dL/dZ
ask dL/dW, dL/db, dL/dX, dL/dX[2,1], dR[1]/dQ[1], dL/dL, shape Z, shape dL/dW, shape L, V[3], X
nudge 1
descend 1/100`)
    expect(prove(key)).toBeGreaterThan(80)
  })
})

describe('what a student reads', () => {
  const small = keyOf(`
given x = [[1], [2]]
param W = [[-0.6, 0.8], [1, -1]]
z = W @ x
h = relu(z)
loss L = sum(h^2)
ask z, h, dL/dh, dL/dz, dL/dW[1,2], dz[1,1]/dW[1,2]`)

  test('the rule, the entry in names, the numbers put in, the result', () => {
    expect(textOf(small, 'z')).toEqual([
      'z = W @ x',
      'z[1,1] = W[1,1]*x[1,1] + W[1,2]*x[2,1] = -0.6*1 + 0.8*2 = -0.6 + 1.6 = 1',
      'z[2,1] = 1*1 + (-1)*2 = 1 - 2 = -1',
      'z = [[1], [-1]]',
    ])
  })

  test('a gate says which units are off', () => {
    const { lines } = workedSolution(small).find(({ step }) => step === 'dL/dz')!
    expect(lines.map(({ says }) => plainSentence(says))).toEqual([
      'dL/dz = dL/dh * step(z): dL/dh where z > 0, and 0 where the unit is off.',
      'Entry (1, 1): z[1,1] = 1 is above 0, the unit is on.',
      'Entry (2, 1): z[2,1] = -1 is not above 0, the unit is off.',
      'All together.',
    ])
  })

  test('one entry is worked alone', () => {
    expect(textOf(small, 'dL/dW[1,2]')).toEqual([
      'dL/dW = dL/dz @ x.T',
      'dL/dW[1,2] = dL/dz[1,1]*x[2,1] = 2*2 = 4',
    ])
    expect(textOf(small, 'dz[1,1]/dW[1,2]').at(-1)).toBe('dz[1,1]/dW[1,2] = x[2,1] = 2')
  })

  test('a node with two uses has two paths and their sum', () => {
    const key = keyOf('param x = 3\nu = 2*x\nv = x^2\nloss L = u*v + u\nask dL/dx, dL/du, dL/dv')
    expect(textOf(key, 'dL/dx')).toEqual([
      'path1 = dL/du*2 = 10*2 = 20',
      'path2 = dL/dv*2*x = 6*2*3 = 36',
      'dL/dx = path1 + path2 = 20 + 36 = 56',
    ])
  })

  test('a bias shared by examples is summed over them', () => {
    const key = keyOf(
      'given X = [[1], [2], [4]]\nparam b = [3]\nZ = X + b\nloss L = sum(Z^2)\nask dL/dZ, dL/db',
    )
    const [rule, entry] = textOf(key, 'dL/db')
    expect(rule).toBe('dL/db = sum(dL/dZ, 1)')
    expect(entry).toBe('dL/db[1] = dL/dZ[1,1] + dL/dZ[2,1] + dL/dZ[3,1] = 8 + 10 + 14 = 32')
  })

  test('of a large tensor the first entries are worked, and the result is whole', () => {
    const key = keyOf(
      'given X = random 20x20 from -3..3\nparam W = random 20x20 from -3..3\nloss L = sum((X @ W)^2)\nask dL/dW',
    )
    expect(prove(key)).toBeGreaterThanOrEqual(0)
    expect(textOf(key, 'dL/dW').length).toBeLessThan(12)
  })
})
