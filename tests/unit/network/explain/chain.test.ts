import { describe, expect, test } from 'vitest'
import { readExercise } from '@/lib/exercise'
import { chainFormulas, composed, type Expr, nameExpr, nodeOf, rootOf, spellExpr } from '@/lib/network'
import { below } from '@/lib/network/explain/compose'
import { add, negate } from '@/lib/network/ops'
import { plainSentence } from '@/lib/words/sentence'

/*
 * What is told of the gradient into every use of a node, in expressions of more than one op. That the formulas are true is
 * held by explain.test.ts; here stands which of them are told, and what of them is told in words.
 */

/** The expression of an exercise's last node, `Z`. */
function exprOf(lines: string): Expr {
  const read = readExercise(`${lines}\nloss L = sum(Z)\nask dL/dZ`)
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  return nodeOf(read.exercise.graph, 'Z').expr
}

function toldOf(lines: string, typed = false): string[] {
  const expr = exprOf(lines)
  const { shape } = rootOf(expr)
  return chainFormulas(expr, nameExpr('Z', shape), nameExpr('G', shape), typed).map(
    ({ name, formula, words, wordsArePlain, unchanged }) => {
      const marks = [...(unchanged ? ['unchanged'] : []), ...(wordsArePlain ? [] : ['with numbers'])]
      return [name, formula ? spellExpr(formula) : '-', words ? plainSentence(words) : '-', ...marks].join(
        ' | ',
      )
    },
  )
}

const matrices =
  'param A = [[1, 2], [3, 4]]\nparam B = [[5, 6], [7, 8]]\nparam C = [[9, 8], [7, 6]]\nparam v = [2, 3]\n'

describe('the gradient into each use, told', () => {
  test.each<[string, ...string[]]>([
    ['A', 'A | G | - | unchanged'],
    ['A + A', 'A | G | - | unchanged', 'A | G | - | unchanged'],
    ['-(A - v)', 'A | -G | the sign is turned, on the way back too', 'v | sum(G, 1) | -'],
    ['-(-A)', 'A | G | -'],
    ['2 * A', 'A | G * 2 | what arrives times the other factor, 2 | with numbers'],
    [
      'A * A',
      'A | G * A | what arrives times the other factor, A',
      'A | G * A | what arrives times the other factor, A',
    ],
    [
      'A + v',
      'A | G | - | unchanged',
      'v | sum(G, 1) | v is shared by several entries, so what arrives at them is summed',
    ],
    [
      'relu(A @ B) + A',
      'A | G * step(A @ B) @ B.T | -',
      'B | A.T @ (G * step(A @ B)) | -',
      'A | G | - | unchanged',
    ],
    [
      '(A @ B) @ C',
      'A | G @ C.T @ B.T | -',
      'B | A.T @ (G @ C.T) | -',
      'C | (A @ B).T @ G | entry (k, j) is column k of A @ B times column j of G',
    ],
    [
      'square(A - B)',
      'A | G * (2 * (A - B)) | the slope of a square is twice its base, here twice A - B',
      'B | -(G * (2 * (A - B))) | -',
    ],
    [
      'sum(A * B)',
      'A | G * B | what arrives times the other factor, B',
      'B | G * A | what arrives times the other factor, A',
    ],
  ])('%s', (formula, ...told) => {
    expect(toldOf(`${matrices}Z = ${formula}`)).toEqual(told)
  })
})

describe('what is too long to be read', () => {
  const turned = (length: number): Expr | null => {
    let expr: Expr | null = nameExpr('A', [])
    for (let items = 1; items < length; items += 1) expr = composed(negate, [expr])
    return expr
  }

  test('an expression of more than 200 items is not told: its uses are', () => {
    const told = toldOf(`${matrices}Z = ${Array.from({ length: 101 }, () => 'A').join(' + ')}`)
    expect(told).toEqual(Array.from({ length: 101 }, () => 'A | - | -'))
  })

  test('a formula has 40 items at the most', () => {
    expect(turned(40)).toHaveLength(40)
    expect(turned(41)).toBe(null)
    const whole = exprOf(`param A = 1\nZ = ${'-'.repeat(40)}A`)
    expect(whole).toHaveLength(41)
    expect(below(whole, 39)).toHaveLength(40)
    expect(below(whole, 40)).toBe(null)
  })

  test('of 200 characters all are spelt, of more none', () => {
    const [a, b] = ['a'.repeat(98), 'b'.repeat(99)].map(name => nameExpr(name, []))
    const whole = spellExpr(composed(add, [a ?? null, b ?? null]) ?? [])
    expect(whole).toHaveLength(200)
    expect(spellExpr(composed(add, [b ?? null, b ?? null]) ?? [])).toBe('...')
  })
})
