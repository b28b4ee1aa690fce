import { describe, expect, test } from 'vitest'
import { spellScalar } from '@/lib/exact/atoms'
import { isTensorStep } from '@/lib/exercise'
import { lessonSource } from '../../lesson-files'
import { keyOf } from '../exercise/solve'
import { gradeStep } from './plain'

const lesson = keyOf(lessonSource('full-small-network'))

const graded = (key: typeof lesson, step: string, cells: string[], earlier: Record<string, string[]> = {}) =>
  gradeStep(key, step, cells, new Map(Object.entries(earlier)))

describe('[G6] where a mistake was made', () => {
  test('one mistake that gives this number at any of several quantities is told of each of them', () => {
    // L = x^8: the 2 of any of the three squares forgotten halves 8 * 3^7.
    const squares = keyOf('param x = 3\nu = x^2\nv = u^2\nloss L = v^2\nask dL/dx')
    const { verdict, labels } = graded(squares, 'dL/dx', ['8748'])
    expect(verdict.mistakes).toEqual(['no-two'])
    expect(labels).toEqual(['dL/dv', 'dL/du', 'dL/dx'].map(node => ({ mistake: 'no-two', node })))
  })

  test('a mistake that gives it on the true answers and on the own ones is told once', () => {
    // A student who forgets h does not use the wrong h.
    const own = { h: ['1.3', '0.2', '0.5'], 'dL/dyhat': ['-3'] }
    expect(graded(lesson, 'dL/dW2', ['-3', '-3', '-3'], own).labels).toEqual([
      { mistake: 'input-forgotten', node: 'dL/dW2' },
    ])
  })
})

describe('[G9] what is said of a rounded decimal', () => {
  const exactHint = 'Answers are exact: a rounded decimal does not count, a fraction does.'

  test('is said where nothing explains it', () => {
    const third = keyOf('given x = 1/3\ny = 2 * x\nask y')
    expect(graded(third, 'y', ['0.67']).verdict).toMatchObject({
      mistakes: [],
      message: `Not there yet. ${exactHint}`,
    })
    expect(graded(lesson, 'dL/dyhat', ['7.25']).verdict.message).toBe('Not there yet.')
  })

  test('and left out where a mistake or an earlier answer says more', () => {
    expect(graded(lesson, 'dL/dyhat', ['-1.5']).verdict.message).toBe(
      'Not there yet. Differentiate the printed loss.',
    )
    const partly = graded(lesson, 'dL/dW2', ['-3.9', '-0.6', '7.77'], {
      h: ['1.3', '0.2', '0.5'],
      'dL/dyhat': ['-3'],
    })
    expect(partly.verdict.message).not.toContain(exactHint)
    expect(partly.verdict.message).toBe('Given your own h: Two of three. Entry (1, 3) is not there yet.')
  })
})

test('[G13] past its budget a mistake has no name: half of the catalogue would be a guess', () => {
  const rows = Array.from({ length: 8 }, (_, i) =>
    Array.from({ length: 8 }, (_, j) => ((7 * i + 3 * j) % 11) + 1),
  )
  const products = ['A', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7']
  const key = keyOf(`given A = ${JSON.stringify(rows)}
param B = ${JSON.stringify(rows)}
${products
  .slice(1)
  .map((name, nth) => `${name} = ${products[nth]} @ B`)
  .join('\n')}
loss L = sum(C7 * C7)
ask C1, C2, C3, C4, C5, C6, C7, dL/dC7, dL/dC6, dL/dC5, dL/dC4, dL/dC3, dL/dC2, dL/dC1`)
  const right = new Map(
    key.steps.filter(isTensorStep).map(({ id, answer }) => [id, answer.data.map(spellScalar)]),
  )
  const gradient = right.get('dL/dC1') ?? []
  const transposed = gradient.map((_, at) => gradient[(at % 8) * 8 + Math.floor(at / 8)] ?? '')
  // With all earlier answers given, the mistake can only have been made here.
  expect(gradeStep(key, 'dL/dC1', transposed, right).labels).toEqual([
    { mistake: 'transpose-answer', node: 'dL/dC1' },
  ])
  // Without any it may have been made in all thirteen that were left out, and these are too many to try.
  expect(gradeStep(key, 'dL/dC1', transposed, new Map())).toMatchObject({
    verdict: { verdict: 'wrong', mistakes: [] },
    labels: [],
  })
})
