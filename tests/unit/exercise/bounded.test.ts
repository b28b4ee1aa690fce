import { expect, test } from 'vitest'
import { atomField, type Scalar } from '@/lib/exact/atoms'
import { Budget } from '@/lib/exact/budget'
import type { Tensor } from '@/lib/exact/tensor'
import { derivationOf, mistakenAnswers, truthOf } from '@/lib/exercise'
import { searchFor, wrongAnswers } from '@/lib/exercise/mistakes/search'
import { deepFiles } from '../../bench/grade/deep-files'
import { takesLong } from '../../takes-long'
import { keyOf } from './solve'

takesLong()

const sources = {
  'two layers and a step of descent': deepFiles['(a) 3-3-3-1 sigmoid'] as string,
  'gates before a softmax': `given X = [[1, -2], [0.5, 0.3]]
given Y = [[1, 0], [0, 1]]
param W = [[0.4, -0.2, 0.1], [0.7, 0.9, -0.5]]
param V = [[0.1, 0.2], [-0.3, 0.4], [0.5, -0.6]]
H = relu(tanh(X @ W))
loss L = mean(cross_entropy(H @ V, Y))
ask L, dL/dV, dL/dH, dL/dW`,
  'rows made alike': `given x = [[0.3, -0.7, 1.1]]
param g = [1.2, 0.8, -0.5]
h = layernorm(x * g)
loss L = sum(square(h - [0.1, 0.2, 0.3]))
ask h, dL/dg`,
  'erf and a sine': `given x = [0.3, -0.7]
param w = [0.5, 0.25]
h = gelu(w * x)
loss L = sum(sin(h))
ask dL/dh, dL/dw`,
}

/** The same search over exact numbers alone. */
function overExactNumbers(key: ReturnType<typeof keyOf>, step: string) {
  const [derivation, truth] = [derivationOf(key.exercise), truthOf(key)]
  const asked = derivation.asked.get(step)
  const right = asked && truth?.values.get(asked.quantity)
  if (asked === undefined || truth === null || right === undefined) return []
  const budget = new Budget({ work: 1e9, digits: 4096 })
  const field = atomField(budget, truth.table.fork())
  const known = {
    whole: (id: string): Tensor<Scalar> | undefined => truth.values.get(id),
    entries: () => undefined,
  }
  const search = searchFor(derivation, asked, field, known, budget)
  return [...wrongAnswers(search, asked, right)].sort((a, b) => a.nth - b.nth)
}

/** Atoms of two answers may come from tables of their own, so each has a field of its own. */
function digits({ value }: { readonly value: Tensor<Scalar> }): (bigint | null)[] {
  return value.data.map(atomField(new Budget({ work: 1e9, digits: 4096 })).fingerprint)
}

test.each(Object.entries(sources))('answers known by bounds are those of exact numbers: %s', (_, source) => {
  const key = keyOf(source)
  for (const { id } of key.steps) {
    const { answers, bounded } = mistakenAnswers(key, id)
    const right = overExactNumbers(key, id)
    expect(bounded, id).not.toBeNull()
    expect(
      answers.map(({ mistake, node }) => `${mistake} at ${node}`),
      id,
    ).toEqual(right.map(({ mistake, node }) => `${mistake} at ${node}`))
    expect(answers.map(digits), id).toEqual(right.map(digits))
  }
})

test('answers of rational numbers, and those with symbols, are exact from the start', () => {
  for (const source of [
    'given x = [1, 2]\nparam w = [3, 4]\nloss L = sum(square(w * x))\nask dL/dw',
    'given x = [1, 2]\nparam w : 2\nloss L = sum(exp(w * x))\nask dL/dw',
  ]) {
    const key = keyOf(source)
    expect(mistakenAnswers(key, 'dL/dw').bounded).toBeNull()
    expect(mistakenAnswers(key, 'dL/dw').answers.length).toBeGreaterThan(0)
  }
})
