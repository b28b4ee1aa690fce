import { describe, expect, test } from 'vitest'
import { mistakenAnswers } from '@/lib/exercise'
import { keyOf } from '../exercise/solve'
import { gradeSheet, gradeStep } from './plain'

const source = 'given x = 3\ngiven y = 5\ngiven z = 2\nloss circuit f = (x + y) * (y * z) + y\nask circuit f'
const key = keyOf(source)
// f_1 = 8, f_2 = 10, f_3 = 80, f = 85; dL/dy: 10 + 16 + 1

const typed = (step: string, cell: string, earlier: Record<string, string> = {}) =>
  gradeStep(key, step, [cell], new Map(Object.entries(earlier).map(([id, text]) => [id, [text]]))).verdict

describe('[G4] follow-through in a circuit', () => {
  test('from a wrong gradient onto its wire', () => {
    expect(typed('dL/dy.2', '14', { 'dL/df_2': '7' })).toMatchObject({ verdict: 'follows' })
    expect(typed('dL/dy.2', '16', { 'dL/df_2': '7' })).toMatchObject({ verdict: 'right' })
  })

  test('from the wires into their sum, the wires alone', () => {
    const own = { 'dL/dy.1': '9', 'dL/dy.2': '16', 'dL/dy.3': '1' }
    const verdict = typed('dL/dy', '26', own)
    expect(verdict.verdict).toBe('follows')
    expect(verdict.message).toContain('wire into f_1')
    expect(typed('dL/dy', '27', own).verdict).toBe('right')
  })

  test('past a wire that was not answered', () => {
    expect(typed('dL/dy', '24', { 'dL/df_1': '7', 'dL/dy.2': '16' }).verdict).toBe('follows')
  })
})

describe('[G6] mistakes in a circuit', () => {
  test.each([
    ['a wire not summed', '17', 'link-dropped'],
    ['the middle one not summed', '11', 'link-dropped'],
    ['the first wire alone', '10', 'one-path'],
    ['the last wire alone', '1', 'one-path'],
    ['the wires multiplied', '160', 'paths-multiplied'],
  ])('%s', (_what, cell, mistake) => {
    expect(typed('dL/dy', cell).mistakes).toContain(mistake)
  })

  test('a wire left out of the sum of one’s own', () => {
    const own = { 'dL/dy.1': '9', 'dL/dy.2': '16', 'dL/dy.3': '1' }
    expect(typed('dL/dy', '25', own).mistakes).toContain('link-dropped')
  })

  test('the mistakes of an operation on each of its wires', () => {
    expect(typed('dL/dy.2', '40').mistakes).toEqual(expect.arrayContaining(['own-value']))
    expect(typed('dL/dy.2', '8').mistakes.length).toBeGreaterThan(0)
    const named = mistakenAnswers(key, 'dL/dy.2').answers.map(({ mistake }) => mistake)
    expect(named).toEqual(expect.arrayContaining(['own-value', 'upstream-ignored']))
  })

  test('both wires of y * y have them', () => {
    const square = keyOf('param y = 5\nloss circuit f = 3 * (y * y)\nask circuit f')
    for (const id of ['dL/dy.1', 'dL/dy.2']) {
      const named = mistakenAnswers(square, id).answers.map(({ mistake }) => mistake)
      expect(named, id).toEqual(expect.arrayContaining(['upstream-ignored']))
    }
    expect(
      gradeStep(square, 'dL/dy', ['15'], new Map()).verdict.mistakes,
      'one of the two wires alone',
    ).toEqual(expect.arrayContaining(['one-path', 'link-dropped']))
  })
})

test('a whole sheet is graded by its ids', () => {
  const graded = gradeSheet(key, { 'dL/dy.1': '10', 'dL/dy': '27', f_1: '8' })
  expect(graded.ok && graded.report.steps).toMatchObject({
    'dL/dy.1': { verdict: 'right' },
    'dL/dy': { verdict: 'right' },
    f_1: { verdict: 'right' },
  })
})
