import { expect, test } from 'vitest'
import { spellScalar } from '@/lib/exact/atoms'
import { solveReport } from '@/lib/exercise'
import { readCell } from '@/lib/language/answer/cell'
import { builtIn } from '@/lib/lessons'
import { lessonSource } from '../../lesson-files'
import { answersOf, keyOf } from '../exercise/solve'

/** The numbers that the ladder's table gives for each rung, as it gives them: nothing here was computed by the engine. */
const numbers: Readonly<Record<number, Readonly<Record<string, unknown>>>> = {
  1: { 'dL/dx': -4, 'dL/dy': 7, 'dL/dp': [-4, 7] },
  2: { 'nudge.predicted': 0.1, 'nudge.actual': 0.100702 },
  3: { 'dL/dx': -60 },
  4: { 'dL/dx': -0.5 },
  // p = ab = -6: dL/da = 2pb, dL/db = 2pa.
  5: { 'dL/da': 24, 'dL/db': -36 },
  6: { 'dL/dx': 56 },
  7: { 'dL/da': -3, 'dL/db': -8 },
  8: { 'dL/dx': 44 },
  9: { 'dL/da': [2, 0, 5], 'dL/db': [0, -3, 0] },
  10: { 'dC[1,2]/dA[1,1]': 'b12', 'dC[1,2]/dA[1,2]': 'b22', 'dC[1,2]/dA[2,1]': 0, 'dC[1,2]/dB[1,1]': 0 },
  11: { 'dL/dA[1,2]': 11 },
  12: {
    'dL/dA': [
      [15, 11],
      [12, 13],
    ],
    'dL/dB': [
      [6, 11],
      [17, 16],
    ],
  },
  13: { 'shape dL/dA': '2x3', 'shape dL/dB': '3x2', 'formula dL/dA': 'G @ B.T', 'formula dL/dB': 'A.T @ G' },
  14: { 'formula dL/dW': 'G @ x.T', 'formula dL/dx': 'W.T @ G' },
  15: { 'formula dL/dW': 'x.T @ G', 'formula dL/dx': 'G @ W.T' },
  16: { 'formula dL/dB': 'A.T @ dL/dE' },
  // The columns of G: 1 + 3 - 5 and -2 + 4 + 1/2.
  17: { 'dL/db': [-1, 2.5] },
  18: {
    'dL/dz': [
      [-3, 0],
      [5, 0],
    ],
  },
  // Twice the errors (3/2, -2, -1/2).
  19: { 'dL/dyhat': [3, -4, -1] },
  // Twice the errors (3, -3/2, 1), and a third of it.
  20: { 'dS/dr': [[6, -3, 2]], 'dL/dr': ['2', '-1', '2/3'] },
  21: { z: [[1.2], [-0.6], [0.5]], h: [[1.2], [0], [0.5]], yhat: [[-0.7]], L: 2.25 },
  22: { 'dL/dyhat': [[-3]], 'dL/dW2': [[-3.6, 0, -1.5]], 'dL/db2': [[-3]], 'dL/dh': [[1.5], [6], [-0.6]] },
  23: {
    'dL/dz': [[1.5], [0], [-0.6]],
    'dL/db1': [[1.5], [0], [-0.6]],
    'dL/dW1': [
      [1.5, 3],
      [0, 0],
      [-0.6, -1.2],
    ],
  },
  24: { 'nudge.predicted': -0.045, 'nudge.actual': -0.04715036 },
  25: { 'nudge.predicted': -0.0906, 'nudge.actual': '-0.090957680576' },
  26: {
    'descend.W1': [
      [-0.615, 0.77],
      [1, -1],
      [2.006, -0.488],
    ],
    'descend.b1': [[0.185], [0.4], [-0.494]],
    'descend.W2': [[-0.464, -2, 0.215]],
    'descend.b2': [[-0.17]],
    'descend.predicted': -0.3987,
    'descend.loss': 1.87635204,
    'descend.actual': -0.37364796,
  },
  27: { L: 2.25, 'descend.predicted': -3.987, 'descend.actual': -2.055519 },
  28: {
    'dL/dW1': [
      [0.75, 1.5],
      [1.6, 0.8],
      [-0.46, -0.68],
    ],
  },
  // The first step is that of rung 26.
  30: { 'descend.predicted': -0.3987, 'descend.loss': 1.87635204 },
  31: { 'dL/dw': 6 },
  33: { 'dL/dx': 28 },
}

/** Shapes, formulas and names stay as they are; numbers are brought to lowest terms. */
function exact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(exact)
  const text = String(value)
  if (/[a-z@]/i.test(text)) return text
  const read = readCell(text)
  if (!read.ok) throw new Error(text)
  return spellScalar(read.value)
}

const rungs = builtIn.flatMap(({ number, slug }) =>
  number !== null && number <= 34 ? [{ number, slug }] : [],
)

test('rungs 1 to 34 are there', () => {
  expect(rungs.map(({ number }) => number)).toEqual(Array.from({ length: 34 }, (_, nth) => nth + 1))
})

test.each(rungs.filter(({ number }) => numbers[number] !== undefined))(
  'rung $number, $slug, has the numbers of the ladder',
  ({ number, slug }) => {
    const answers = answersOf(solveReport(keyOf(lessonSource(slug))))
    for (const [step, answer] of Object.entries(numbers[number] ?? {})) {
      expect(answers[step], step).toEqual(exact(answer))
    }
  },
)

test('rung 29: what comes back through two hidden layers, by hand', () => {
  // Forward: z1 = (1, -1), h1 = (1, 0), z2 = (2, 1/2), yhat = 2 - 1/2 + 1/2 = 2, L = 1; both neurons of the second layer are on.
  const answers = answersOf(solveReport(keyOf(lessonSource('two-hidden-layers'))))
  expect(answers).toMatchObject({
    L: '1',
    'dL/dyhat': [['2']],
    'dL/dz2': [['2'], ['-2']],
    'dL/dW2': [
      ['2', '0'],
      ['-2', '0'],
    ],
    'dL/dh1': [['2'], ['-8']],
    'dL/dz1': [['2'], ['0']],
    'dL/dW1': [
      ['2', '-4'],
      ['0', '0'],
    ],
  })
})

test('rung 32: the terms of each time, and their sums, by hand', () => {
  // h1 = 2*1 + 3/2 = 7/2; h2 = -4 + 21/2 = 13/2; dL/dh2 = 11; dL/dh1 = 33.
  expect(answersOf(solveReport(keyOf(lessonSource('two-time-steps'))))).toMatchObject({
    'dL/dh2': '11',
    'dL/dh1': '33',
    'dL/dw2': '-22',
    'dL/dw1': '33',
    'dL/dw': '11',
    'dL/du': '55',
  })
})

test('rung 34: each gradient goes where its number came from, by hand', () => {
  // b = (3, 4), w*b = (6, -2), a^2 = (1, 4); c - y = (5, -1, -1, 4).
  expect(answersOf(solveReport(keyOf(lessonSource('split-and-concat'))))).toMatchObject({
    'dL/dc': ['10', '-2', '-2', '8'],
    'dL/da': ['-4', '-32'],
    'dL/db': ['20', '1'],
    'dL/dw': ['30', '-8'],
    'dL/dx': ['-4', '-32', '20', '1'],
  })
})
