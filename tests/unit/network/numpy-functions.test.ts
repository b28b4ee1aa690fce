import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { TranscendentalField } from '@/lib/exact/atoms'
import { type Nested, unnest } from '@/lib/exact/tensor'
import { readExercise } from '@/lib/exercise'
import { evaluate, nodeValue } from '@/lib/network'

/** Values that NumPy computed once (tests/fixtures/numpy/make.py); the file names its version. */
const file = new URL('../../fixtures/numpy/functions.json', import.meta.url)
const data: {
  readonly numpy: string
  readonly given: Readonly<Record<string, unknown>>
  readonly cases: Readonly<Record<string, Nested<number>>>
} = JSON.parse(readFileSync(file, 'utf8'))

/** The numbers that NumPy computes with; an op is written once over any field. */
const floats: TranscendentalField<number> = {
  zero: 0,
  one: 1,
  fromRational: ({ n, d }) => Number(n) / Number(d),
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  neg: a => -a,
  isZero: a => a === 0,
  equals: (a, b) => a === b,
  sign: a => (a > 0 ? 1 : a < 0 ? -1 : 0),
  exp: Math.exp,
  log: Math.log,
  sqrt: Math.sqrt,
}

const given = Object.entries(data.given).map(([name, value]) => `given ${name} = ${JSON.stringify(value)}`)

describe(`functions give what NumPy ${data.numpy} gives`, () => {
  test.each(Object.entries(data.cases))('%s', (expression, expected) => {
    const read = readExercise([...given, `q = ${expression}`, 'ask q'].join('\n'))
    if (!read.ok) throw new Error(JSON.stringify(read.errors))
    const { values, faults } = evaluate(read.exercise.graph, floats)
    expect(faults).toEqual([])
    const { shape, data: found } = nodeValue(values, 'q')
    const wanted = unnest(expected)
    expect(shape).toEqual(wanted?.shape)
    // Two ways of adding floats up differ in their last digits.
    for (const [at, value] of found.entries()) expect(value).toBeCloseTo(wanted!.data[at]!, 12)
  })
})
