import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Nested, unnest } from '@/lib/exact/tensor'
import { readExercise } from '@/lib/exercise'
import { evaluate, nodeValue } from '@/lib/network'
import { float64 } from '../../bench/grade/float64'

/** Values that NumPy computed once (tests/fixtures/numpy/make.py); the file names its version. */
const file = new URL('../../fixtures/numpy/functions.json', import.meta.url)
const data: {
  readonly numpy: string
  readonly given: Readonly<Record<string, unknown>>
  readonly cases: Readonly<Record<string, Nested<number>>>
} = JSON.parse(readFileSync(file, 'utf8'))

const given = Object.entries(data.given).map(([name, value]) => `given ${name} = ${JSON.stringify(value)}`)

describe(`functions give what NumPy ${data.numpy} gives`, () => {
  test.each(Object.entries(data.cases))('%s', (expression, expected) => {
    const read = readExercise([...given, `q = ${expression}`, 'ask q'].join('\n'))
    if (!read.ok) throw new Error(JSON.stringify(read.errors))
    const { values, faults } = evaluate(read.exercise.graph, float64)
    expect(faults).toEqual([])
    const { shape, data: found } = nodeValue(values, 'q')
    const wanted = unnest(expected)
    expect(shape).toEqual(wanted?.shape)
    // Two ways of adding floats up differ in their last digits.
    for (const [at, value] of found.entries()) expect(value).toBeCloseTo(wanted!.data[at]!, 12)
  })
})
