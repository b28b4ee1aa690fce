import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Key, solveReport } from '@/lib/exercise'
import { takesLong } from '../../takes-long'
import { keyOf } from '../exercise/solve'
import { gradeSheet, gradeStep } from './plain'

takesLong()

const rung13 = keyOf(readFileSync('tests/fixtures/ladder/13-shapes-first.chalk', 'utf8'))

const network = keyOf(`given x  = [[1], [2]]
param W1 = [[1, -1/2], [-2, 0.5], [0.25, 1]]
param b1 = [[0.5], [0], [-1]]
param W2 = [[2, -1, 1]]
given y  = [[3]]
z    = W1 @ x + b1
h    = relu(z)
yhat = W2 @ h
loss L = sum((yhat - y)^2)
ask formula h, formula dL/dyhat, formula dL/dW2, formula dL/dh, formula dL/dz, formula dL/dW1, formula dL/db1`)

const square = keyOf(`given A : 2x2
given B : 2x2
given G : 2x2
C = A @ B
upstream dL/dC = G
ask formula dL/dA, formula dL/dB`)

function grade(key: Key, step: string, text: string) {
  return gradeStep(key, step, [text], new Map()).verdict
}

const verdictOf = (key: Key, step: string, text: string) => grade(key, step, text).verdict

describe('[G1] a formula is right where it holds for all values', () => {
  test.each([
    [
      'formula dL/dA',
      ['G @ B.T', 'G B^T', '(B G.T).T', 'G@B.T', 'G Bᵀ', 'dL/dC @ B.T', '2 G B.T - G @ B.T', 'G B.T + A - A'],
    ],
    ['formula dL/dB', ['A.T @ G', 'A^T G', '(G.T A).T', 'A.T dL/dC']],
  ])('%s of a product', (step, texts) => {
    for (const text of texts) {
      const verdict = grade(rung13, step, text)
      expect(verdict, text).toMatchObject({ verdict: 'right', cells: [{ reason: 'identity' }] })
      expect(verdict.message).toBe('Right, for all values.')
    }
  })

  test('a gate by its input, by what that is computed from, or by what comes out', () => {
    for (const text of [
      'dL/dh * step(z)',
      'dL/dh ⊙ step(W1 @ x + b1)',
      'step(h) * dL/dh',
      'dL/dh*step(7z)',
      '(W2.T @ dL/dyhat) * step(z)',
      'W2.T*2*(yhat - y)*step(z)',
    ]) {
      expect(grade(network, 'formula dL/dz', text), text).toMatchObject({
        verdict: 'right',
        cells: [{ reason: 'identity' }],
      })
    }
  })

  test('nothing is right that holds only for the numbers of the file, or only away from a kink', () => {
    for (const text of [
      'dL/dh',
      'dL/dh * step(-z)',
      'dL/dh * z',
      'dL/dh * (1 - step(-z))',
      'dL/dh * step(z + 1)',
    ]) {
      expect(verdictOf(network, 'formula dL/dz', text), text).toBe('wrong')
    }
    // In the file both nodes are 2.
    const equal = keyOf('given a = 2\nparam w = 2\nz = w * a\nloss L = z^2\nask formula dL/dw')
    expect(verdictOf(equal, 'formula dL/dw', 'dL/dz * a')).toBe('right')
    expect(grade(equal, 'formula dL/dw', 'dL/dz * w')).toMatchObject({
      verdict: 'wrong',
      cells: [{ reason: 'identity' }],
    })
  })

  test('what no proof reaches counts by agreeing at many points, and says so', () => {
    const verdict = grade(network, 'formula dL/dz', 'dL/dh*step(z) + dL/dh*step(z)*step(-z)')
    expect(verdict).toMatchObject({ verdict: 'right', cells: [{ reason: 'agrees' }] })
    expect(verdict.message).toBe('Right: it agrees for all values that were tried.')
  })

  test('a bias over a batch is a sum along the examples; vectors are columns', () => {
    const batch = keyOf(`given X = [[1,2],[3,4],[5,6]]
param W = [[1,2],[0,1]]
param b = [1,2]
given G = [[1,2],[3,4],[5,6]]
Y = X @ W + b
upstream dL/dY = G
ask formula dL/db, formula dL/dW`)
    expect(verdictOf(batch, 'formula dL/db', 'sum(G, 1)')).toBe('right')
    expect(verdictOf(batch, 'formula dL/db', 'sum(G.T, 2)')).toBe('right')
    expect(grade(batch, 'formula dL/db', 'sum(G, 2)').message).toContain('This formula is 3, and dL/db is 2.')
    expect(verdictOf(batch, 'formula dL/db', 'mean(G, 1)')).toBe('wrong')
    const vectors = keyOf(
      'given x = [1,2]\nparam W = [[1,2],[0,1],[1,1]]\nz = W @ x\nloss L = sum(z*z)\nask formula dL/dW, formula dL/dx',
    )
    for (const text of ['dL/dz x^T', 'dL/dz @ x.T', '2 z x.T', '(x dL/dz.T).T']) {
      expect(verdictOf(vectors, 'formula dL/dW', text), text).toBe('right')
    }
    for (const text of ['W.T dL/dz', 'dL/dz.T W', 'dL/dz @ W']) {
      expect(verdictOf(vectors, 'formula dL/dx', text), text).toBe('right')
    }
  })

  test('numbers that a node takes for certain values only keep those of the file', () => {
    const masked = keyOf(
      'param x = [1, 2, 3]\ngiven m = [1, 0, 1]\nd = dropout(x, m, 1/2)\nloss L = sum(d^2)\nask formula dL/dd',
    )
    expect(verdictOf(masked, 'formula dL/dd', '2 d')).toBe('right')
    expect(verdictOf(masked, 'formula dL/dd', '4 x * m')).toBe('right')
    expect(verdictOf(masked, 'formula dL/dd', '4 x')).toBe('wrong')
  })
})

describe('[G2] what is not checked costs nothing', () => {
  test.each([
    ['B.T @ G', '2x2 times 2x3 multiplies'],
    ['A G', 'multiplies'],
    ['G', 'shape'],
    ['dL/dA', 'is what is asked for here'],
    ['dL/dB', 'depends on it'],
    ['', 'empty'],
    ['G @ (B.T', 'bracket'],
    ['Q @ B.T', 'not known here'],
    ['G @ B.T + [1]', ''],
    ['G @ B.T / (A - A)', 'no value'],
  ])('%j', (text, words) => {
    const key = keyOf(
      'param A = [[1,2,3],[4,5,6]]\nparam B = [[1,0],[2,1],[0,3]]\ngiven G = [[1,2],[3,5]]\nC = A @ B\nupstream dL/dC = G\nask formula dL/dA, C',
    )
    const verdict = grade(key, 'formula dL/dA', text)
    expect(verdict.verdict).toBe('invalid')
    expect(verdict.message).toContain(words === 'shape' ? 'This formula is 2x2, and dL/dA is 2x3.' : words)
    expect(verdict.message).toMatch(/^Not checked, no attempt spent/)
  })

  test('[G11] shapes that another step asks for are not told', () => {
    const shapes = keyOf(
      'param A = [[1,2],[4,5]]\nC = A @ A\nD = C @ A\nloss L = sum(D)\nask shape C, formula dL/dC',
    )
    expect(grade(shapes, 'formula dL/dC', 'sum(C)').message).not.toMatch(/\dx\d/)
    expect(grade(shapes, 'formula dL/dC', 'C @ sum(C, 1) @ C').message).not.toMatch(/\dx\d/)
  })

  test('a value is no formula for itself, nor is what is computed from it', () => {
    for (const text of ['h', 'yhat', 'dL/dz'])
      expect(verdictOf(network, 'formula h', text), text).toBe('invalid')
    expect(verdictOf(network, 'formula h', 'relu(W1 x + b1)')).toBe('right')
    expect(verdictOf(network, 'formula h', 'z * step(z)')).toBe('right')
    expect(verdictOf(network, 'formula h', 'z')).toBe('wrong')
  })

  test('hostile formulas end, whatever they hold', () => {
    const large = keyOf(
      `given A = random 8x8 from -3..3\nparam B = random 8x8 from -3..3\nC = A @ B\nloss L = sum(C)\nask formula dL/dB`,
    )
    const texts = [
      'A'.repeat(1000),
      'A '.repeat(499),
      '('.repeat(900),
      `${'('.repeat(31)}A${')'.repeat(31)}`,
      `A${'.T'.repeat(400)}`,
      `A${'^64'.repeat(3)}`,
      `sum(A)${'^64'.repeat(20)}`,
      '-'.repeat(999),
      `${'sum(A)*'.repeat(140)}A`,
      '1e999999999*A',
      'A/0',
      'A@A@A@A@A@A@A + dL/dC',
      `relu(${'A+'.repeat(450)}A)`,
      '\u202eA',
      'dL/d'.repeat(200),
    ]
    for (const key of [large, square]) {
      for (const text of texts) {
        const id = key === large ? 'formula dL/dB' : 'formula dL/dA'
        expect(verdictOf(key, id, text), text.slice(0, 20)).toMatch(/^(invalid|wrong)$/)
      }
    }
  }, 120_000)

  test('any text whatever has a verdict', () => {
    const piece = fc.constantFrom(
      'A',
      'B',
      'G',
      '@',
      '*',
      '.T',
      '^T',
      '+',
      '-',
      '(',
      ')',
      'step(',
      'sum(',
      ', 1',
      'dL/dC',
      ' ',
      '2',
      '/',
      '^',
      '1/2',
      'é',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        expect(verdictOf(square, 'formula dL/dA', pieces.join(''))).toMatch(/^(right|wrong|invalid)$/)
      }),
      { numRuns: 300 },
    )
  })
})

describe('[G6] the wrong rule that a formula is', () => {
  test.each([
    ['G @ B', 'missing-transpose'],
    ['B.T @ G', 'factor-order'],
    ['(G @ B.T).T', 'transpose-answer'],
    ['G * B', 'hadamard-for-matmul'],
  ])('%s is %s, and the message has no formula in it [G9]', (text, mistake) => {
    const verdict = grade(square, 'formula dL/dA', text)
    expect(verdict).toMatchObject({ verdict: 'wrong', mistakes: [mistake] })
    expect(verdict.message).not.toMatch(/G|\.T|B\.T|@/)
  })

  test.each([
    ['yhat - y', 'no-two'],
    ['2*(y - yhat)', 'residual-flip'],
  ])('of a squared loss: %s is %s', (text, mistake) => {
    expect(grade(network, 'formula dL/dyhat', text).mistakes).toEqual([mistake])
  })

  test('a formula out of nowhere is none', () => {
    expect(grade(square, 'formula dL/dA', 'A + G').mistakes).toEqual([])
  })
})

test('every formula that solve prints grades right, and so does a whole sheet', () => {
  for (const key of [rung13, network, square]) {
    const report = solveReport(key)
    const sheet = gradeSheet(key, Object.fromEntries(report.steps.map(({ id, answer }) => [id, answer])))
    expect(sheet).toMatchObject({ ok: true, roots: [] })
    if (sheet.ok) expect(sheet.report.score).toBe(sheet.report.outOf)
  }
})
