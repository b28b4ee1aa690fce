import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Nested, type Tensor, unnest } from '@/lib/exact/tensor'
import { readExercise } from '@/lib/exercise'
import { backprop, evaluate, nodeValue } from '@/lib/network'
import { float64 } from '../../bench/grade/float64'

interface Case {
  readonly value: Nested<number>
  /** The gradient that arrives at the value. */
  readonly arrives: Nested<number>
  readonly gradients: Readonly<Record<string, Nested<number>>>
}

/** Values and gradients that PyTorch computed once (tests/fixtures/torch/make.py); the file names its version. */
const file = new URL('../../fixtures/torch/functions.json', import.meta.url)
const data: {
  readonly torch: string
  readonly given: Readonly<Record<string, Nested<number>>>
  readonly cases: Readonly<Record<string, Case>>
} = JSON.parse(readFileSync(file, 'utf8'))

function close(found: Tensor<number>, expected: Nested<number>): void {
  const wanted = unnest(expected)
  expect(found.shape).toEqual(wanted?.shape)
  // Two ways of adding floats up differ in their last digits.
  for (const [at, value] of found.data.entries()) expect(value).toBeCloseTo(wanted!.data[at]!, 10)
}

describe(`functions and their gradients are what PyTorch ${data.torch} computes`, () => {
  test.each(Object.entries(data.cases))('%s', (expression, { value, arrives, gradients }) => {
    const lines = Object.entries(data.given).map(
      ([name, numbers]) => `${name in gradients ? 'param' : 'given'} ${name} = ${JSON.stringify(numbers)}`,
    )
    const source = [...lines, `q = ${expression}`, `loss L = sum(q * ${JSON.stringify(arrives)})`, 'ask L']
    const read = readExercise(source.join('\n'))
    if (!read.ok) throw new Error(JSON.stringify(read.errors))
    const { graph } = read.exercise
    const { values, faults } = evaluate(graph, float64)
    expect(faults).toEqual([])
    close(nodeValue(values, 'q'), value)
    const seed = { node: 'L', gradient: { shape: [], data: [1] } }
    const found = backprop(graph, float64, values, seed)
    expect(Object.keys(gradients).length).toBeGreaterThan(0)
    for (const [name, wanted] of Object.entries(gradients)) close(nodeValue(found, name), wanted)
  })
})
