import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FormulaExpr, readFormula } from '@/lib/language/answer/formula'
import { typedFormulaMathml } from '@/lib/language/answer/formula-mathml'
import { plainSentence } from '@/lib/words/sentence'
import { takesLong } from '../../../takes-long'

takesLong()

const names = {
  nodes: ['A', 'B', 'C', 'D', 'W1', 'h_prev', 'z', 'delta', 'cost'],
  gradients: ['C', 'D', 'z'],
  loss: 'cost',
}

/** The tree in brackets, every operation in a pair of its own. */
function shape(expr: FormulaExpr): string {
  switch (expr.kind) {
    case 'number':
      return expr.text
    case 'node':
      return expr.name
    case 'gradient':
      return `d${expr.name}`
    case 'negation':
      return `-${shape(expr.of)}`
    case 'transpose':
      return `${shape(expr.of)}'`
    case 'call':
      return `${expr.name}(${expr.args.map(shape).join(',')})`
    case 'operation':
      return `(${shape(expr.left)}${expr.operator === 'juxtaposed' ? ' ' : expr.operator}${shape(expr.right)})`
  }
}

function told(text: string): string {
  const read = readFormula(text, names)
  return read.ok ? shape(read.expr) : plainSentence(read.message)
}

describe('formulas as they are understood', () => {
  test.each([
    ['dL/dC @ B.T', "(dC@B')"],
    ['dL/dC B^T', "(dC B')"],
    ['dL/dCBᵀ', "(dC B')"],
    ["dcost/dC B'", "(dC B')"],
    ['∂L/∂C B⊤', "(dC B')"],
    ['dL / dC @ B .T', "(dC@B')"],
    ['AdL/dC', '(A dC)'],
    ['A.T dL/dC', "(A' dC)"],
    ['A^TB', "(A' B)"],
    ['A^T^T', "A''"],
    ['A^T^2', "(A'^2)"],
    ['AB.T', "(A B')"],
    ['(AB).T', "(A B)'"],
    ['-A.T', "-A'"],
    ['A - -B', '(A--B)'],
    ['-A^2', '-(A^2)'],
    ['A^-1', '(A^-1)'],
    ['A**(2)', '(A^2)'],
    ['A ⊙ B', '(A*B)'],
    ['A ∘ B', '(A*B)'],
    ['A * B @ C', '((A*B)@C)'],
    ['A @ B * C', '((A@B)*C)'],
    ['A · B', '(A B)'],
    ['A × B', '(A B)'],
    ['A B C', '((A B) C)'],
    ['ABC', '((A B) C)'],
    ['A B * C', '((A B)*C)'],
    ['2A', '(2 A)'],
    ['2·A B', '((2 A) B)'],
    ['2*A B', '((2*A) B)'],
    ['-2*A B', '((-2*A) B)'],
    ['1/2*A B', '(((1/2)*A) B)'],
    ['A/B*C', '((A/B)*C)'],
    ['A+B-C', '((A+B)-C)'],
    ['dL/dz * step(z)', '(dz*step(z))'],
    ['σ(z)(1-σ(z))', '(sigmoid(z) (1-sigmoid(z)))'],
    ['sum(dL/dz, 1)', 'sum(dz,1)'],
    ['mean(A)', 'mean(A)'],
    ['relu(W1 h_prev)', 'relu((W1 h_prev))'],
    ['W1h_prev', '(W1 h_prev)'],
    ['Bsum(A)', '(B sum(A))'],
    ['0,5 A', '(0.5 A)'],
    ['tanh(z) + exp(z)', '(tanh(z)+exp(z))'],
    ['delta/A', '(delta/A)'],
  ])('%s is %s', (text, tree) => expect(told(text)).toBe(tree))

  test.each([
    ['', 'This is empty. Type a formula, such as A @ B.T.'],
    [
      'dL/dA B',
      'dL/dA at character 1 is what is asked for here, or depends on it. Build on dL/dC, dL/dD and dL/dz.',
    ],
    [
      'B dL/dA',
      'dL/dA at character 3 is what is asked for here, or depends on it. Build on dL/dC, dL/dD and dL/dz.',
    ],
    [
      'dL/dQ',
      'Q at character 5 is not known here. This formula may use A, B, C, D, W1, h_prev, z, delta, ….',
    ],
    ['dL/dc', 'c at character 5 is not known here. Did you mean C?'],
    ['dC/dA', 'dC at character 1 cannot be read. Gradients here are those of the loss, such as dL/dC.'],
    ['w1', 'w1 at character 1 is not known here. Did you mean W1?'],
    ['A + Relu(z)', 'Relu at character 5 is not known here. Did you mean relu?'],
    ['G', /^G at character 1 is not known here/],
    ['T', 'T at character 1 is the transpose only after ^ or a point: A^T, A.T.'],
    ['A*B C', 'A*B C can be read as (A*B) @ C or as A*(B @ C). Write the one that you mean.'],
    ['A ⊙ B·C', 'A*B C can be read as (A*B) @ C or as A*(B @ C). Write the one that you mean.'],
    ['1/2A', '1/2A can be read as (1/2) A or as 1/(2 A). Write the one that you mean.'],
    ['A^B', 'An exponent in a formula is an integer, or T for the transpose.'],
    ['A^0.5', 'An exponent in a formula is an integer, or T for the transpose.'],
    ['A^65', 'Exponents go up to 64. Simplify it.'],
    ['A^(2', 'The bracket ( at character 3 is not closed. Add a ).'],
    ['step z', 'step takes its value in brackets: step(…).'],
    ['step(z, 1)', /^The comma at character 7 cannot be read\. .* sum\(x, 1\)\.$/],
    ['sum(A, B)', 'An axis is a whole number, counted from 1.'],
    ['sum(A, 0)', 'An axis is a whole number, counted from 1.'],
    ['sum(A, 1, 2)', 'sum is written sum(…) or sum(…, axis).'],
    ['A *', 'Something is missing after * at the end.'],
    ['A @ * B', 'A name is missing between @ and * at character 5.'],
    ['A 2', 'A sign is missing between A and 2 at character 3.'],
    ['A)', 'The bracket ) at character 2 closes nothing.'],
    ['(A', 'The bracket ( at character 1 is not closed. Add a ).'],
    ['A, B', /^The comma at character 2 cannot be read/],
    ['A[1,2]', '[ at character 2 cannot be read. Write brackets as ( ).'],
    ['1e9999A', '1e9999 has more than 4,096 digits. Simplify it.'],
  ])('%j is refused: %s', (text, message) => {
    if (typeof message === 'string') expect(told(text)).toBe(message)
    else expect(told(text)).toMatch(message)
  })

  test('a run that splits in two ways is refused with both; a name of its own is none', () => {
    const runs = { nodes: ['G', 'GB', 'BT', 'T2', 'H', 'B'], gradients: [], loss: 'L' }
    expect(readFormula('GB', runs)).toMatchObject({ ok: true, expr: { kind: 'node', name: 'GB' } })
    const refusal = (text: string): string | null => {
      const read = readFormula(text, runs)
      return read.ok ? null : plainSentence(read.message)
    }
    expect(refusal('HGB')).toBe(
      'HGB at character 1 can be read as H*G*B or as H*GB. Write the one that you mean.',
    )
    expect(refusal('dL/dH')).toBe('dL/dH at character 1 cannot be used: this formula takes no gradients.')
  })

  test('limits on length and depth, at their edges', () => {
    expect(told(`A${' '.repeat(999)}`)).toBe('A')
    expect(told(`A${' '.repeat(1000)}`)).toMatch(/longer than the 1,000 characters/)
    expect(told(`${'('.repeat(32)}A${')'.repeat(32)}`)).toBe('A')
    expect(told(`${'('.repeat(33)}A${')'.repeat(33)}`)).toMatch(/deeper than 32 levels/)
    expect(told(`${'-'.repeat(33)}A`)).toMatch(/deeper than 32 levels/)
    expect(told(`A${"'".repeat(500)}`)).toMatch(/too many marks/)
    expect(told('A'.repeat(1000))).toMatch(/^\(+A A\)/)
  })

  test('no text at all makes it throw, and what is read is typeset', () => {
    const pieces = fc.constantFrom(
      ...['A', 'B', 'W1', 'dL/dC', 'dL', '/', 'dC', 'd', '∂L/∂z', '.T', '^T', 'ᵀ', "'", '^', '2', '.5', ','],
      ...[
        '*',
        '⊙',
        '@',
        '·',
        '+',
        '-',
        '(',
        ')',
        ' ',
        'sum(',
        'step(',
        ', 1)',
        'σ(',
        '[',
        '∂',
        '\u0301',
        '𝟏',
      ],
    )
    const soup = fc.array(pieces, { maxLength: 14 }).map(parts => parts.join(''))
    let read = 0
    fc.assert(
      fc.property(fc.oneof(soup, soup, fc.string({ unit: 'binary', maxLength: 300 })), text => {
        const formula = readFormula(text, names)
        if (formula.ok) {
          read += 1
          expect(typedFormulaMathml(formula.expr)).toMatch(/^<math>.*<\/math>$/)
          return
        }
        expect(plainSentence(formula.message).length).toBeGreaterThan(5)
        expect(formula.at).toBeGreaterThanOrEqual(0)
        expect(formula.at).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 2000 },
    )
    expect(read).toBeGreaterThan(20)
  })
})

describe('the echo of a formula', () => {
  const echo = (text: string): string => {
    const read = readFormula(text, names)
    if (!read.ok) throw new Error(plainSentence(read.message))
    return typedFormulaMathml(read.expr).replaceAll(/<\/?(?:math|mrow)>/g, '')
  }
  const gradient = '<mfrac><mo form="prefix">∂</mo><mi>L</mi><mo form="prefix">∂</mo><mi>C</mi></mfrac>'

  test.each([
    ['dL/dC @ B.T', `${gradient}<mo>\u2062</mo><msup><mi>B</mi><mo>⊤</mo></msup>`],
    ['dL/dC.T', `<msup><mo>(</mo>${gradient}<mo>)</mo><mo>⊤</mo></msup>`],
    ['A*B', '<mi>A</mi><mo>⊙</mo><mi>B</mi>'],
    ['2*A', '<mn>2</mn><mo>·</mo><mi>A</mi>'],
    ['A*B@C', '<mo>(</mo><mi>A</mi><mo>⊙</mo><mi>B</mi><mo>)</mo><mo>\u2062</mo><mi>C</mi>'],
    ['A@B*C', '<mo>(</mo><mi>A</mi><mo>\u2062</mo><mi>B</mi><mo>)</mo><mo>⊙</mo><mi>C</mi>'],
    ['2*A@B', '<mn>2</mn><mo>·</mo><mi>A</mi><mo>\u2062</mo><mi>B</mi>'],
    ['sum(A, 1)', '<msub><mo>∑</mo><mtext>axis\u00a0</mtext><mn>1</mn></msub><mo>(</mo><mi>A</mi><mo>)</mo>'],
    ['W1^2', '<msup><msub><mi>W</mi><mn>1</mn></msub><mn>2</mn></msup>'],
    ['exp(z)', '<msup><mi>e</mi><mi>z</mi></msup>'],
    ['A/2', '<mfrac><mi>A</mi><mn>2</mn></mfrac>'],
  ])('%s', (text, mathml) => expect(echo(text)).toBe(mathml))
})
