import { expect, test } from 'vitest'
import { solveReport } from '@/lib/exercise'
import { answersOf, keyOf } from './solve'

/** The rational rungs of the ladder that are no built-in exercise yet: each expected number is ladder.md's. */
const answers = (source: string) => answersOf(solveReport(keyOf(source)))

test('1, 2: x^2 y + 3y, and its nudges', () => {
  const source = `
    param x = 2
    param y = -1
    loss L = x^2 * y + 3*y
    ask dL/dx, dL/dy
    nudge rising 0.01`
  expect(answers(source)).toEqual({
    'dL/dx': '-4',
    'dL/dy': '7',
    'nudge.predicted': '1/10',
    'nudge.actual': '50351/500000',
  })
})

test('3, 4: links of a chain', () => {
  expect(answers('param x = -1\nu = 3*x + 1\nloss L = 5*u^2\nask du/dx, dL/du, dL/dx')).toEqual({
    'du/dx': '3',
    'dL/du': '-20',
    'dL/dx': '-60',
  })
  expect(answers('param x = 1/2\nu = 2*x + 1\nv = 1/u\nloss L = v^2\nask dv/du, dL/dx')).toEqual({
    'dv/du': '-1/4',
    'dL/dx': '-1/2',
  })
})

test('6, 7, 8: several paths', () => {
  expect(answers('param x = 3\nu = x\nloss L = 2*u * x^2 + 2*x\nask dL/du, dL/dx')).toEqual({
    'dL/du': '18',
    'dL/dx': '56',
  })
  expect(answers('param a = -2\nparam b = 3\nloss L = (a*b)*(a + b)\nask dL/da, dL/db')).toEqual({
    'dL/da': '-3',
    'dL/db': '-8',
  })
  expect(answers('param x = 2\nloss L = x * x^2 * (x + 1)\nask dL/dx')).toEqual({ 'dL/dx': '44' })
})

test('11: one entry of dL/dA', () => {
  const source = `
    given A = [[1, 5], [3, 2]]
    given B = [[3, 3], [1, 4]]
    C = A @ B
    upstream dL/dC = [[3, 2], [1, 3]]
    ask dL/dA[1,2], dC[1,2]/dA[1,1], dC[2,1]/dA[1,1]`
  expect(answers(source)).toEqual({ 'dL/dA[1,2]': '11', 'dC[1,2]/dA[1,1]': '3', 'dC[2,1]/dA[1,1]': '0' })
})

test('31, 33: a shared weight and a residual', () => {
  expect(answers('param w = 1.5\ngiven x = 2\nloss L = (w*w*x - 4)^2\nask dL/dw')).toEqual({ 'dL/dw': '6' })
  expect(answers('param x = 1\nloss L = (x + 3*(2*x - 1) - 2)^2\nask dL/dx')).toEqual({ 'dL/dx': '28' })
})
