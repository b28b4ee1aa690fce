import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { texOf } from '@/lib/exact/tex'
import { notationMathml } from '@/lib/language/notation'
import { formulaMathml, spellExpr } from '@/lib/network'
import { randomNetwork, randomNetworkBeyond } from '../network/random-network'

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
    ['A[1,2]', '{A}_{12}'],
    ['W1[2, 1]', '{\\left({W}_{1}\\right)}_{21}'],
    ['dL/dA', '\\partial L/\\partial A'],
    ['dL/dW1', '\\partial L/\\partial {W}_{1}'],
    ['dL/dA[1,2]', '\\partial L/\\partial {A}_{12}'],
    ['dC[1,2]/dA[1,1]', '\\partial {C}_{12}/\\partial {A}_{11}'],
    ['dloss/dx', '\\partial \\mathrm{loss}/\\partial x'],
    ['2x3', '2\\times 3'],
    ['2x3x4', '2\\times 3\\times 4'],
    ['scalar', '\\text{scalar}'],
    ['-3/4', '\\frac{ - 3}{4}'],
    ['0.25', '0.25'],
    ['W @ x + b', 'W\\,x + b'],
    ['A.T @ dL/dC', '{A}^{\\top }\\,\\frac{\\partial L}{\\partial C}'],
    ['dL/dC @ B.T', '\\frac{\\partial L}{\\partial C}\\,{B}^{\\top }'],
    ['(dL/dC).T', '{\\left(\\frac{\\partial L}{\\partial C}\\right)}^{\\top }'],
    ['dL/dh * (1 - h^2)', '\\frac{\\partial L}{\\partial h}\\odot \\left(1 - {h}^{2}\\right)'],
    ['dL/dL / n', '\\frac{\\frac{\\partial L}{\\partial L}}{n}'],
    ['dx / dy', '\\frac{\\mathrm{dx}}{\\mathrm{dy}}'],
    ['A[1,2] * B[2,1] + 1', '{A}_{12}\\cdot {B}_{21} + 1'],
    ['-(a - b) * c', '- \\left(a - b\\right)\\odot c'],
    ['a - (b - c)', 'a - \\left(b - c\\right)'],
    ['a * -b', 'a\\odot \\left( - b\\right)'],
    ['2 * x', '2\\cdot x'],
    ['(x + 1)[2]', '{\\left(x + 1\\right)}_{2}'],
    ['dC[1,2]/dA[1,1] * B[1,2]', '\\frac{\\partial {C}_{12}}{\\partial {A}_{11}}\\cdot {B}_{12}'],
    ['relu(z)', '\\mathrm{relu}\\left(z\\right)'],
    ['sigmoid(W1 @ x)', '\\sigma \\left({W}_{1}\\,x\\right)'],
    ['log(sum(exp(x)))', '\\mathrm{ln}\\left(\\sum {e}^{x}\\right)'],
    ['sum((h - y)^2)', '\\sum {\\left(h - y\\right)}^{2}'],
    ['sum(x, 1) / 3', '\\frac{{\\sum }_{\\text{axis~}1}x}{3}'],
    ['reshape(x, 3x2)', '{\\mathrm{reshape}}_{3\\times 2}\\left(x\\right)'],
    ['concat(a, b, 2)', '{\\mathrm{concat}}_{\\text{axis~}2}\\left(a,b\\right)'],
    ['softmax(x, 2)', '{\\mathrm{softmax}}_{\\text{axis~}2}\\left(x\\right)'],
    ['sqrt(abs(x))', '\\sqrt{\\left|x\\right|}'],
    ['max(a, b)', '\\mathrm{max}\\left(a,b\\right)'],
    ['cross_entropy(z, y)', '\\mathrm{CE}\\left(z,y\\right)'],
    [
      '[[1, 2], [3, 4]] @ [x, y]',
      '\\left[\\begin{matrix}1 & 2 \\\\ 3 & 4\\end{matrix}\\right]\\,\\left(x,y\\right)',
    ],
    ['relu(...)', '\\mathrm{relu}\\left(\\cdots \\right)'],
    ['z = W @ x', 'z = W\\,x'],
    ['h != 0', 'h≠0'],
    [
      'dL/dh = dL/dz * (z > 0)',
      '\\partial L/\\partial h = \\frac{\\partial L}{\\partial z}\\odot \\left(z>0\\right)',
    ],
  ])('%s', (source, expected) => expect(tex(source)).toBe(expected))

  test.each([
    ...[
      '',
      'what is this?',
      'what arrives',
      'A[',
      'relu(',
      '= 3',
      'a = ',
      'a b',
      '1 +',
      '(a',
      'a)',
      '[1',
      '<b>',
    ],
    'x'.repeat(401),
    '('.repeat(200),
  ])('%j is none of it', source => expect(notationMathml(source)).toBeNull())

  test('an expression that the engine spells is typeset as the engine typesets it', () => {
    // Without shapes a product of vectors is not told from one entry by entry, nor a stack of matrices from one of numbers.
    const product = (mathml: string): string => texOf(`<math>${mathml.replaceAll(/[⊙\u2062]/g, '·')}</math>`)
    const others = ['concat', 'slice', 'stack', 'attention']
    let compared = 0
    fc.assert(
      fc.property(fc.oneof(randomNetwork, randomNetworkBeyond), ({ graph }) => {
        for (const { expr } of graph.values()) {
          const text = spellExpr(expr)
          if (text === '' || text.includes('...')) continue
          const typeset = notationMathml(text)
          expect([text, typeset]).not.toEqual([text, null])
          if (expr.some(item => item.kind === 'apply' && others.includes(item.op.name))) continue
          expect([text, product(typeset ?? '')]).toEqual([text, product(formulaMathml(expr))])
          compared += 1
        }
      }),
      { numRuns: 300 },
    )
    expect(compared).toBeGreaterThan(500)
  })

  test('nothing gets through unescaped, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), source => {
        const mathml = notationMathml(source) ?? ''
        expect(mathml.replace(/<\/?m[a-z]+(?: [a-z]+="[a-z0-9]*")*>/g, '')).not.toMatch(/[<>"]/)
      }),
    )
  })
})
