import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { atomField, type Scalar } from '@/lib/exact/atoms'
import { Budget } from '@/lib/exact/budget'
import { mapTensor, type Tensor } from '@/lib/exact/tensor'
import { type Key, mistakenAnswers, solveReport, workedInWords, workedSolution } from '@/lib/exercise'
import { evaluate } from '@/lib/network'
import { plainSentence } from '@/lib/words/sentence'
import { deepFiles } from '../../bench/grade/deep-files'
import { float64 } from '../../bench/grade/float64'
import { takesLong } from '../../takes-long'
import { keyOf } from './solve'

/**
 * What teachers assign (tests/fixtures/cases/reach), and networks of the sizes that they bring. The oracle is floating point:
 * the forward pass, and each gradient as a difference quotient of it, so that no backward rule checks itself.
 */
const folder = 'tests/fixtures/cases/reach'
const assigned = readdirSync(folder).map(file => [file, readFileSync(`${folder}/${file}`, 'utf8')] as const)
const all = [...assigned, ...Object.entries(deepFiles)]

takesLong()

type FloatOf = (value: Scalar) => number

function floatsOf(key: Key): FloatOf {
  const { significant } = atomField(new Budget({ work: 1e9, digits: 4096 }), key.table.fork())
  return value => Number(significant(value, 16))
}

function expectNear(a: number, b: number, relative: number, where: string): void {
  const off = Math.abs(a - b)
  expect(off <= relative * Math.max(1, Math.abs(a), Math.abs(b)), `${where}: ${a} and ${b}`).toBe(true)
}

function lossWith(key: Key, name: string, value: Tensor<number>): number {
  const { graph, loss } = key.exercise
  const { values } = evaluate(graph, float64, new Map([[name, value]]))
  return values.get(loss ?? '')?.data[0] ?? Number.NaN
}

describe.each(all)('%s', (_, source) => {
  const key = keyOf(source)
  const floatOf = floatsOf(key)

  test('has the values of floating point', () => {
    const { values } = evaluate(key.exercise.graph, float64)
    for (const [name, tensor] of key.values) {
      for (const [at, value] of tensor.data.entries()) {
        expectNear(floatOf(value), values.get(name)?.data[at] ?? Number.NaN, 1e-9, name)
      }
    }
  })

  test('has the gradients of difference quotients', () => {
    const { graph, loss } = key.exercise
    const params = [...graph.values()].filter(({ role }) => role === 'param')
    if (loss === null) return
    const step = 1e-5
    for (const { name } of params) {
      const here = mapTensor(key.values.get(name) as Tensor<Scalar>, floatOf)
      const gradient = key.gradients.get(name)
      // A kink within the step would make the quotient a mean of two slopes.
      for (const at of here.data.keys()) {
        const moved = (by: number): Tensor<number> => ({
          ...here,
          data: here.data.map((value, place) => (place === at ? value + by : value)),
        })
        const slope = (lossWith(key, name, moved(step)) - lossWith(key, name, moved(-step))) / (2 * step)
        expectNear(floatOf(gradient?.data[at] as Scalar), slope, 1e-5, `dL/d${name}[${at}]`)
      }
    }
  })

  test('has mistakes, a worked solution that is not too large, and no number that is too long', () => {
    const found = key.steps.reduce((count, { id }) => count + mistakenAnswers(key, id).answers.length, 0)
    expect(found).toBeGreaterThan(0)
    const worked = JSON.stringify(workedSolution(key).map(step => workedInWords(step, plainSentence)))
    expect(worked.length).toBeLessThan(256 * 1024)
    const { values, gradients } = solveReport(key)
    const printed = Object.values({ ...values, ...gradients }).flat(9)
    expect(Math.max(...printed.map(text => String(text).length))).toBeLessThanOrEqual(200)
  })
})
