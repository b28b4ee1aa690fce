import { expect, test } from 'vitest'
import { spellScalar } from '@/lib/exact/atoms'
import { solveReport } from '@/lib/exercise'
import { readCell } from '@/lib/language/answer/cell'
import { lessonSource } from '../../lesson-files'
import { answersOf, keyOf } from '../exercise/solve'

/** A number as the ladder prints it, spelt as `solve` spells it. */
function exact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(exact)
  const read = readCell(String(value))
  if (!read.ok) throw new Error(String(value))
  return spellScalar(read.value)
}

function over(divisor: number | string, numbers: readonly (number | string)[]): string[] {
  return numbers.map(number => `(${number})/(${divisor})`)
}

/** What the ladder prints of each rung. */
const ladder: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'sigmoid-at-a-logarithm': { a: '3/4', 'dL/dz': '3/16' },
  'sigmoid-at-one': { a: 'e/(1+e)', 'dL/dz': 'e/(1+e)^2' },
  'tanh-at-a-logarithm': { a: '3/5', 'dL/dz': '16/25' },
  'binary-cross-entropy': { a: '3/4', L: 'ln(4/3)', 'dL/dz': '-1/4' },
  'shares-and-their-slopes': { p: ['1/8', '1/4', '5/8'] },
  'softmax-and-cross-entropy': { L: 'ln 4', 'dL/dz': ['1/8', '-3/4', '5/8'] },
  'softmax-and-squared-error': { 'dL/dz': over(128, [-39, -6, 45]) },
  'layer-norm': { 'dL/dx': over(25, [-1, 7, -7, 1]) },
  'layer-norm-of-three': { 'dL/dx': over(3, ['-sqrt(6)', '2sqrt(6)', '-sqrt(6)']) },
  convolution: { 'dL/dk': [-3, -1, 11], 'dL/dx': [2, -5, 9, -5, 3] },
  'attention-head': {
    P: ['2/3', '1/3'],
    'dL/dq': ['-6 ln 2', '2 ln 2'],
    'dL/dK': [
      ['-2 ln 2', '-4 ln 2'],
      ['2 ln 2', '4 ln 2'],
    ],
    'dL/dV': [
      ['2/3', '-4/3'],
      ['1/3', '-2/3'],
    ],
  },
  'attention-with-e': {
    P: over('1+e', ['e', 1]),
    'dL/dq': over('(1+e)^2', ['-27e', '9e']),
  },
}

const answers = (slug: string): Record<string, unknown> => answersOf(solveReport(keyOf(lessonSource(slug))))

test.each(Object.entries(ladder))('%s: the numbers of the ladder', (slug, expected) => {
  const given = answers(slug)
  expect(Object.fromEntries(Object.keys(expected).map(step => [step, given[step]]))).toEqual(
    Object.fromEntries(Object.entries(expected).map(([step, value]) => [step, exact(value)])),
  )
})

test('39: each slope of a softmax is p_i (1 - p_i) or -p_i p_j', () => {
  const given = answers('shares-and-their-slopes')
  const eighths = [1, 2, 5]
  eighths.forEach((a, i) => {
    eighths.forEach((b, j) => {
      const slope = i === j ? `${a * (8 - a)}/64` : `-${a * b}/64`
      expect(given[`dp[${i + 1}]/dz[${j + 1}]`]).toBe(exact(slope))
    })
  })
})

test('42: dropout keeps half and doubles it, forward and backward', () => {
  const { d, yhat, L, ...back } = answers('dropout')
  expect({ d, yhat, L }).toEqual({ d: ['2', '0', '6', '0'], yhat: '-2', L: '25' })
  expect(back).toEqual({
    'dL/dyhat': '-10',
    'dL/dw': ['-20', '0', '-60', '0'],
    'dL/dd': ['-20', '-10', '10', '-5'],
    'dL/dx': ['-40', '0', '20', '0'],
  })
})

test('46: a row that was looked up twice gets both gradients, one that was not gets none', () => {
  expect(answers('embedding')['dL/dE']).toEqual([
    ['0', '0'],
    ['-3', '3'],
    ['0', '0'],
    ['3', '1/2'],
  ])
})
