import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { notationMathml } from '@/lib/exact/answer/notation-mathml'
import { texOf } from '@/lib/exact/tex'

const tex = (source: string): string | null => {
  const mathml = notationMathml(source)
  return mathml === null ? null : texOf(`<math>${mathml}</math>`)
}

describe('mathematics as exercise files write it, typeset', () => {
  test.each([
    ['W1', '{W}_{1}'],
    ['x', 'x'],
    ['yhat', '\\hat{y}'],
    ['alpha2', '{\\alpha }_{2}'],
    ['A[1,2]', '{A}_{1,2}'],
    ['W1[2, 1]', '{\\left({W}_{1}\\right)}_{2,1}'],
    ['dL/dA', '\\partial L/\\partial A'],
    ['dL/dW1', '\\partial L/\\partial {W}_{1}'],
    ['dL/dA[1,2]', '\\partial L/\\partial {A}_{1,2}'],
    ['dC[1,2]/dA[1,1]', '\\partial {C}_{1,2}/\\partial {A}_{1,1}'],
    ['dloss/dx', '\\partial \\mathrm{loss}/\\partial x'],
    ['2x3', '2\\times 3'],
    ['2x3x4', '2\\times 3\\times 4'],
    ['scalar', '\\text{scalar}'],
    ['-3/4', '\\frac{ - 3}{4}'],
    ['0.25', '0.25'],
    ['W @ x + b', 'W\\,x + b'],
    ['A.T @ dL/dC', '{A}^{\\top }\\,\\frac{\\partial L}{\\partial C}'],
    ['relu(z)', '\\mathrm{relu}\\left(z\\right)'],
    ['sum((h - y)^2)', '\\sum \\left({\\left(h - y\\right)}^{2}\\right)'],
    ['z = W @ x', 'z = W\\,x'],
    ['h != 0', 'h≠0'],
  ])('%s', (source, expected) => expect(tex(source)).toBe(expected))

  test.each(['', 'what is this?', 'A[', '[[1, 2], [3, 4]]', 'A[1,2] + 1', 'relu(', '= 3', 'a = ', '<b>'])(
    '%j is none of it',
    source => expect(notationMathml(source)).toBeNull(),
  )

  test('nothing gets through unescaped, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), source => {
        const mathml = notationMathml(source) ?? ''
        expect(mathml.replace(/<\/?m[a-z]+(?: [a-z]+="[a-z0-9]*")*>/g, '')).not.toMatch(/[<>"]/)
      }),
    )
  })
})
