import { describe, expect, test } from 'vitest'
import { keyOf } from '../exercise/solve'
import { gradeSheet, gradeStep } from './plain'

const product = keyOf(`given A : 2x2
param B : 2x2
given G : 2x2
C = A @ B
upstream dL/dC = G
ask C, dL/dA, dL/dB[1,1], dC[1,2]/dA[1,1], dC[1,1]/dA[2,1]`)

function grade(step: string, cells: string[], earlier: Record<string, string[]> = {}, key = product) {
  return gradeStep(key, step, cells, new Map(Object.entries(earlier)))
}

const right = ['g11*b11 + g12*b12', 'g11 b21 + g12 b22', 'g22*b12 + b11*g21', 'G21*B21 + G[2,2]*B[2,2]']

describe('[G1] cells over symbols', () => {
  test('are compared as functions, however they are written', () => {
    const { verdict } = grade('dL/dA', right)
    expect(verdict.verdict).toBe('right')
    expect(verdict.cells.map(({ reason }) => reason)).toEqual(Array(4).fill('identity'))
    expect(verdict.message).toBe(
      'Right, all four entries. dL/dA = dL/dC @ B.T: entry (i, k) is row i of dL/dC times row k of B.',
    )
    expect(grade('dL/dB[1,1]', ['((a11+a21)*(g11+g21) + (a11-a21)*(g11-g21))/2']).verdict.verdict).toBe(
      'right',
    )
    expect(grade('dL/dB[1,1]', ['a11g11a21/a21 + a21g21']).verdict.verdict).toBe('right')
  })

  test('zeros count, and one wrong index is one wrong cell', () => {
    expect(grade('dC[1,1]/dA[2,1]', ['0']).verdict.verdict).toBe('right')
    expect(grade('dC[1,1]/dA[2,1]', ['b11']).verdict.verdict).toBe('wrong')
    const { verdict } = grade('dL/dA', [right[0]!, right[1]!, 'g22*b12 + b11*g22', right[3]!])
    expect(verdict.cells.map(cell => cell.verdict).join(' ')).toBe('right right wrong right')
    expect(verdict.message).toContain('Entry (2, 1)')
  })

  test('[G2] what names no entry of the exercise is not read, and a number where a function is asked is wrong', () => {
    expect(grade('dL/dB[1,1]', ['a13']).verdict).toMatchObject({ verdict: 'invalid' })
    expect(grade('dL/dB[1,1]', ['q11']).verdict).toMatchObject({ verdict: 'invalid' })
    expect(grade('dL/dB[1,1]', ['7']).verdict).toMatchObject({
      verdict: 'wrong',
      cells: [{ reason: 'identity' }],
    })
  })

  test('a sum to a high power is told to be too big, at once', () => {
    const typed = `(${['a11', 'a12', 'a21', 'a22', 'b11', 'b12', 'b21', 'b22', 'g11', 'g12'].join('+')})^60`
    const { verdict } = grade('dL/dB[1,1]', [typed])
    expect(verdict.verdict).toBe('invalid')
    expect(verdict.message).toMatch(/too big to check/)
  })
})

describe('[G4] follow-through over symbols', () => {
  const chain = keyOf(`given A : 2x2
param v : 2
u = A @ v
y = u * u
loss L = sum(y)
ask u, y, L, dL/du, dL/dv`)

  test("a student's wrong formula is followed exactly", () => {
    const u = ['a11*v1 + a21*v2', 'a12*v1 + a22*v2']
    const followed = grade('y', ['(a11 v1 + a21 v2)^2', '(a12 v1 + a22 v2)^2'], { u }, chain)
    expect(followed.verdict.verdict).toBe('follows')
    expect(followed.follows).toEqual(['u'])
    expect(followed.verdict.cells.map(({ reason }) => reason)).toEqual(['identity', 'identity'])
    expect(grade('dL/du', ['2*(a11 v1 + a21 v2)', '2(a12 v1 + a22 v2)'], { u }, chain).follows).toEqual(['u'])
  })

  test('what follows from nothing stays wrong, and cells are taken one by one', () => {
    const u = ['a11*v1 + a21*v2', 'a12*v1 + a22*v2']
    const graded = grade('y', ['(a11 v1 + a21 v2)^2', 'a12'], { u }, chain)
    expect(graded.verdict.verdict).toBe('wrong')
    expect(graded.verdict.cells.map(cell => cell.verdict).join(' ')).toBe('follows wrong')
  })

  test('[G5] an earlier answer that leaves nothing to do is not followed', () => {
    const graded = grade('y', ['0', '0'], { u: ['0', '0'] }, chain)
    expect(graded.verdict.verdict).toBe('wrong')
    expect(graded.mend).toEqual(['u'])
  })
})

describe('[G6] named mistakes over symbols', () => {
  test.each([
    ['missing-transpose', ['g11*b11+g12*b21', 'g11*b12+g12*b22', 'g21*b11+g22*b21', 'g21*b12+g22*b22']],
    ['factor-order', ['b11*g11+b21*g21', 'b11*g12+b21*g22', 'b12*g11+b22*g21', 'b12*g12+b22*g22']],
    ['hadamard-for-matmul', ['g11*b11', 'g12*b12', 'g21*b21', 'g22*b22']],
    ['transpose-answer', [right[0]!, right[2]!, right[1]!, right[3]!]],
    ['upstream-ignored', ['b11+b12', 'b21+b22', 'b11+b12', 'b21+b22']],
    ['one-cell-slip', ['-g11*b11 - g12*b12', ...right.slice(1)]],
  ])('%s', (mistake, cells) => {
    const { verdict } = grade('dL/dA', cells)
    expect(verdict.verdict).toBe('wrong')
    expect(verdict.mistakes).toEqual([mistake])
  })

  test('an answer out of nowhere has none', () => {
    expect(grade('dL/dA', ['g11', 'b12', 'a11', 'g11+b22']).verdict.mistakes).toEqual([])
  })
})

test('a sheet of formulas is graded as one of numbers is', () => {
  const graded = gradeSheet(product, {
    'dL/dA': [right.slice(0, 2), right.slice(2)],
    'dC[1,2]/dA[1,1]': 'b21',
  })
  expect(graded).toMatchObject({
    ok: true,
    report: { score: '1', outOf: '5', steps: { 'dL/dA': { verdict: 'right' } } },
  })
})
