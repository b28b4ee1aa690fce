import { describe, expect, test } from 'vitest'
import { publicView, readExercise, solveReport, workedSolution } from '@/lib/exercise'
import { sentenceOf } from '@/lib/words/sentence'
import { gradeStep } from '../grading/plain'
import { answersOf, keyOf, stepsOf, told, viewOf } from './solve'

const small =
  'given x = [1, 2]\nparam W = [[1, 2], [3, 4], [5, 6]]\nparam b = [1, 2, 3]\nz = W @ x + b\nloss L = sum(z)\n'

/** LeNet's first layers, 784 pixels and 300 units: far more entries than have values. */
const large =
  'given x : 784\nparam W : 300x784\nparam b : 300\nz = W @ x + b\nh = relu(z)\nloss L = sum(h^2)\nask count W, count b, count params, shape z, shape dL/dW, count h'

describe('ask count', () => {
  test('counts the entries of a node, or of all parameters', () => {
    const report = solveReport(keyOf(`${small}ask count W, count z, count L, count x, count params`))
    expect(report.steps.map(({ id, kind, shape, answer }) => [id, kind, shape, answer])).toEqual([
      ['count W', 'number', [], '6'],
      ['count z', 'number', [], '3'],
      ['count L', 'number', [], '1'],
      ['count x', 'number', [], '2'],
      ['count params', 'number', [], '9'],
    ])
  })

  test('a node of the name params has its own count', () => {
    expect(answersOf(solveReport(keyOf('param params = [1, 2]\nparam w = 3\nask count params')))).toEqual({
      'count params': '2',
    })
  })

  test('is exact, whatever is accepted before it', () => {
    const key = keyOf(`${small}accept within 1\nask count W, z`)
    expect(key.steps.map(({ acceptance }) => acceptance?.kind ?? null)).toEqual([null, 'within'])
    const verdict = (cell: string) => gradeStep(key, 'count W', [cell], new Map()).verdict
    expect(verdict('6').verdict).toBe('right')
    expect(verdict('2 * 3').verdict).toBe('right')
    expect(verdict('7').verdict).toBe('wrong')
    expect(verdict('7').message).not.toContain('6')
    expect(verdict('six').verdict).toBe('invalid')
  })

  test('is headed and explained in words', () => {
    const [first, all] = stepsOf(viewOf(`${small}ask count W, count params`))
    expect([first?.title, all?.title]).toEqual(['number of entries of W', 'number of parameters'])
    const lines = workedSolution(keyOf(`${small}ask count W, count params`)).map(({ lines }) =>
      lines.map(({ text }) => text),
    )
    expect(lines).toEqual([
      ['count W = 3 * 2 = 6'],
      ['count W = 3 * 2 = 6', 'count b = 3', 'count params = 6 + 3 = 9'],
    ])
  })

  test.each([
    [`${small}ask count W[1,1]`, 'count is asked of a whole node, not of one entry'],
    [`${small}ask count dL/dW`, 'count is asked of a node (count W1) or of all parameters (count params)'],
    [`${small}ask count W rounded 2`, 'a count is not rounded'],
    [`${small}ask count W within 1`, 'a count is always compared exactly'],
    [`${small}ask count V`, 'there is no node V'],
    [`${small}ask count W, count W`, 'count W is asked already'],
    ['given x = 1\nask count params', 'the file has no param'],
    [`${small}ask z\ntrace row-col-swap at count W`, 'a mistake is made at'],
  ])('refuses %s', (source, error) => {
    expect(told(source).join('\n')).toContain(error)
  })
})

describe('a node of more than 4,096 entries has a size and no values', () => {
  test('shapes and counts are asked of it and of what is computed from it', () => {
    const report = solveReport(keyOf(large))
    expect(answersOf(report)).toEqual({
      'count W': '235200',
      'count b': '300',
      'count params': '235500',
      'shape z': '300',
      'shape dL/dW': '300x784',
      'count h': '300',
    })
    expect(Object.keys(report.values)).toEqual(['x', 'b'])
    expect(report.gradients).toEqual({})
  })

  test('pages get its shape', () => {
    const view = publicView(keyOf(large), 'v', sentenceOf)
    expect(view.nodes.map(({ name }) => name)).toEqual(['x', 'W', 'b', 'z', 'h', 'L'])
    const W = view.nodes.find(({ name }) => name === 'W')
    expect(W).toMatchObject({ shape: [300, 784], values: null, formula: null })
    expect(view.nodes.find(({ name }) => name === 'z')?.shape).toBeNull()
  })

  test.each([
    ['ask z', 'z has a size and no values'],
    ['ask dL/db', 'L has a size and no values'],
    ['ask formula z', 'z has a size and no values'],
    ['nudge 0.1', 'nudge needs numbers, and L has a size and no values'],
    ['descend 0.1', 'descend needs numbers, and L has a size and no values'],
    ['require W > 0', 'W has a size and no values'],
  ])('and nothing else: %s', (line, error) => {
    expect(told(`${large}\n${line}`).join('\n')).toContain(error)
  })

  test('the rest of the file has values as ever', () => {
    const key = keyOf(`param E : 50000x512\nparam w = 3\nloss L = w^2\nask count params, dL/dw`)
    expect(answersOf(solveReport(key))).toEqual({ 'count params': '25600001', 'dL/dw': '6' })
  })

  test('a size that nobody counts is refused', () => {
    const read = readExercise('param E : 999999999x999999999\nask count E')
    expect(read.ok).toBe(false)
  })
})
