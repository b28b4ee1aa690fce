import { describe, expect, test } from 'vitest'
import { rationals, showRational } from '@/lib/exact/rational'
import { publicView, solveReport } from '@/lib/exercise'
import { readNumber } from '@/lib/language/lex'
import { builtIn } from '@/lib/lessons'
import { PublicExercise } from '@/lib/protocol/exercise'
import { sentenceOf } from '@/lib/words/sentence'
import { lessonSource } from '../../lesson-files'
import { answersOf, keyOf } from '../exercise/solve'

const solve = (slug: string) => solveReport(keyOf(lessonSource(slug)))

/** The decimals of the published solutions, as the exact rationals that they are. */
function exact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(exact)
  const text = String(value)
  const read = readNumber(text.replace('-', ''))
  if (!read.ok) throw new Error(text)
  return showRational(text.startsWith('-') ? rationals.neg(read.value) : read.value)
}

describe.each(builtIn)('$slug', ({ slug }) => {
  test('has a view that fits the protocol, with notes and steps', () => {
    const view = PublicExercise.parse(publicView(keyOf(lessonSource(slug)), 'version', sentenceOf))
    expect(view.title).not.toBe('Untitled')
    expect(view.flow.some(item => item.type === 'note')).toBe(true)
    expect(view.flow.filter(item => item.type === 'step').length).toBeGreaterThan(1)
    expect(JSON.stringify(view)).not.toContain('<code>')
  })
})

test('ladder 12: the gradients of a matrix product', () => {
  expect(answersOf(solve('matrix-multiplication'))).toEqual({
    C: exact([
      [8, 23],
      [11, 17],
    ]),
    'dL/dA[1,2]': '11',
    'dL/dA': exact([
      [15, 11],
      [12, 13],
    ]),
    'dL/dB': exact([
      [6, 11],
      [17, 16],
    ]),
  })
})

test('ladder 18: the ReLU mask, in all four pairs of signs', () => {
  const { values, gradients, steps } = solve('relu-mask')
  const signs = (nested: unknown): number[] =>
    [nested].flat(2).map(q => Math.sign(Number.parseFloat(String(q))))
  const pairs = signs(values.z).map((sign, i) => `${sign} ${signs(gradients.h)[i]}`)
  expect(new Set(pairs)).toEqual(new Set(['1 1', '1 -1', '-1 1', '-1 -1']))
  // By hand: the gate is open at (1,1) and (2,1), where -3 and 5 arrive.
  expect(steps.map(({ id, answer }) => [id, answer])).toEqual([
    [
      'h',
      [
        ['2', '0'],
        ['3/2', '0'],
      ],
    ],
    [
      'dL/dz',
      [
        ['-3', '0'],
        ['5', '0'],
      ],
    ],
  ])
})

test('ladder 21 to 26: the full small network', () => {
  expect(answersOf(solve('full-small-network'))).toEqual({
    z: exact([[1.2], [-0.6], [0.5]]),
    h: exact([[1.2], [0], [0.5]]),
    yhat: exact([[-0.7]]),
    L: exact(2.25),
    'dL/dyhat': exact([[-3]]),
    'dL/dW2': exact([[-3.6, 0, -1.5]]),
    'dL/db2': exact([[-3]]),
    'dL/dh': exact([[1.5], [6], [-0.6]]),
    'dL/dz': exact([[1.5], [0], [-0.6]]),
    'dL/dW1': exact([
      [1.5, 3],
      [0, 0],
      [-0.6, -1.2],
    ]),
    'dL/db1': exact([[1.5], [0], [-0.6]]),
    'nudge.predicted': exact('-0.045'),
    'nudge.actual': exact('-0.04715036'),
    'nudge2.predicted': exact('-0.0906'),
    'nudge2.actual': exact('-0.090957680576'),
    'descend.W1': exact([
      [-0.615, 0.77],
      [1, -1],
      [2.006, -0.488],
    ]),
    'descend.b1': exact([[0.185], [0.4], [-0.494]]),
    'descend.W2': exact([[-0.464, -2, 0.215]]),
    'descend.b2': exact([[-0.17]]),
    'descend.predicted': exact('-0.3987'),
    'descend.loss': exact('1.87635204'),
    'descend.actual': exact('-0.37364796'),
  })
})

test('ladder 24 and 25: the forward pass after the nudge', () => {
  const moved = lessonSource('full-small-network')
    .replace('[[-0.6, 0.8], [1, -1], [2, -0.5]]', '[[-0.59, 0.81], [1.01, -0.99], [2.01, -0.49]]')
    .replace('[[0.2], [0.4], [-0.5]]', '[[0.21], [0.41], [-0.49]]')
    .replace('[[-0.5, -2, 0.2]]', '[[-0.49, -1.99, 0.21]]')
    .replace('[[-0.2]]', '[[-0.19]]')
  const { values } = solveReport(keyOf(moved))
  expect([values.yhat, values.L]).toEqual([exact([['-0.6842']]), exact('2.20284964')])
})

test('ladder 27: at rate 0.1 the prediction is far off', () => {
  const fast = lessonSource('full-small-network').replace('descend 0.01', 'descend 0.1')
  const answers = answersOf(solveReport(keyOf(fast)))
  expect(answers['descend.predicted']).toBe(exact('-3.987'))
  expect(answers['descend.actual']).toBe(exact('-2.055519'))
})

test('ladder 28: a batch of two with a mean loss', () => {
  const batch = `
    given X = [[1, 2], [2, 1]]
    given Y = [[0.8], [-2]]
    param W1 = [[-0.6, 0.8], [1, -1], [2, -0.5]]
    param b1 = [0.2, 0.4, -0.5]
    param W2 = [[-0.5, -2, 0.2]]
    param b2 = [-0.2]
    loss L = mean((relu(X @ W1.T + b1) @ W2.T + b2 - Y)^2)
    ask dL/dW1`
  expect(solveReport(keyOf(batch)).gradients.W1).toEqual(
    exact([
      ['.75', '1.5'],
      ['1.6', '.8'],
      ['-.46', '-.68'],
    ]),
  )
})
