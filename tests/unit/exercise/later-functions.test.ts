import { describe, expect, test } from 'vitest'
import { checkFormula, solveReport } from '@/lib/exercise'
import { answersOf, keyOf, told } from './solve'

const solved = (source: string) => answersOf(solveReport(keyOf(source)))

/** The value of an expression of x = [0, 1/2], and the gradient of its sum. */
function at(expression: string) {
  const found = solved(`param x = [0, 1/2]\nq = ${expression}\nloss L = sum(q)\nask q, dL/dx`)
  return [found.q, found['dL/dx']]
}

test.each([
  [
    'sin(pi * x)',
    [
      ['0', '1'],
      ['pi', '0'],
    ],
  ],
  [
    'cos(π * x)',
    [
      ['1', '0'],
      ['0', '-pi'],
    ],
  ],
  [
    'sin(x)',
    [
      ['0', 'sin(1/2)'],
      ['1', 'cos(1/2)'],
    ],
  ],
  [
    'erf(x)',
    [
      ['0', 'erf(1/2)'],
      ['2*sqrt(pi)/pi', '2*sqrt(pi)/(pi*exp(1/4))'],
    ],
  ],
  [
    'x^(3/2)',
    [
      ['0', 'sqrt(2)/4'],
      ['0', '3*sqrt(2)/4'],
    ],
  ],
  [
    'x^2.5',
    [
      ['0', 'sqrt(2)/8'],
      ['0', '5*sqrt(2)/8'],
    ],
  ],
  [
    'gelu(x)[1] * [1, 1]',
    [
      ['0', '0'],
      ['1', '0'],
    ],
  ],
])('%s', (expression, expected) => expect(at(expression)).toEqual(expected))

test('0 has no power of 1 or less that is no integer, and none with names in it', () => {
  expect(told('param x = 0\nloss L = x^(2/3)\nask L')[0]).toMatch(/logarithm/)
  expect(told('param x = 0\ngiven y = 2\nloss L = x^y\nask L')[0]).toMatch(/logarithm/)
  expect(told('param x = -1\nloss L = x^(3/2)\nask L')[0]).toMatch(/no such power/)
  expect(solved('param x = [0, 4]\nloss L = sum(x^sqrt(9/4))\nask L, dL/dx')).toEqual({
    L: '8',
    'dL/dx': ['0', '3'],
  })
  expect(solved('param x = 1\nloss L = x^pi\nask L, dL/dx')).toEqual({ L: '1', 'dL/dx': 'pi' })
})

describe('names that stand for something where no line defines them', () => {
  test('pi and π are the number, also in givens and exponents', () => {
    expect(solved('given r = [pi, π/2]\nparam x = 2\nloss L = sum(r) * x\nask L, dL/dx')).toEqual({
      L: '3*pi',
      'dL/dx': '3*pi/2',
    })
  })

  test('a file that defines pi, ŷ, sin or erf means its nodes', () => {
    expect(solved('given pi = 3\nparam x = 2\nloss L = pi * x\nask L, pi')).toEqual({ L: '6', pi: '3' })
    expect(solved('param sin = 2\nerf = sin^2\nloss L = sin(0) + erf\nask L, dL/dsin')).toEqual({
      L: '4',
      'dL/dsin': '4',
    })
    expect(solved('param w = 2\nŷ = 3 * w\nloss L = ŷ^2\nask ŷ, dL/dŷ')).toEqual({ ŷ: '6', 'dL/dŷ': '12' })
    expect(told('loss L = pi * 2\ngiven pi = 3\nask L')[0]).toMatch(/1:10/)
  })

  test('ŷ is yhat, whatever the keyboard made of its accent', () => {
    for (const hat of ['ŷ', 'y\u0302']) {
      const source = `param w = 2\nyhat = 3 * w\nloss L = ${hat}^2\nask ${hat}, dL/d${hat}, ∂L/∂w`
      expect(solved(source)).toEqual({ yhat: '6', 'dL/dyhat': '12', 'dL/dw': '36' })
    }
  })
})

test('formulas know sin, cos, erf, pi and ŷ', () => {
  const asked = ['formula dL/dx', 'formula dL/dyhat', 'formula dL/dz']
  const nodes = 'yhat = sin(x)\nz = cos(yhat)\nv = erf(z)\nloss L = sum(v)'
  const key = keyOf(`param x = [1, 2]\n${nodes}\nask ${asked.join(', ')}`)
  const solution = answersOf(solveReport(key))
  const verdict = (id: string, text: string): string => {
    const step = key.steps.find(other => other.id === id)
    if (step?.kind !== 'formula') throw new Error(id)
    return checkFormula(key, step.target, text).verdict
  }
  for (const id of asked) expect(verdict(id, String(solution[id])), id).toBe('right')
  expect(verdict('formula dL/dx', 'dL/dŷ * cos(x)')).toBe('right')
  expect(verdict('formula dL/dyhat', '-dL/dz * sin(y\u0302)')).toBe('right')
  expect(verdict('formula dL/dyhat', 'dL/dz * sin(ŷ)')).toBe('wrong')
  expect(verdict('formula dL/dz', 'dL/dv * 2 / sqrt(π) * exp(-z^2)')).toBe('right')
})
