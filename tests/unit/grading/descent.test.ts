import { describe, expect, test } from 'vitest'
import { takesLong } from '../../takes-long'
import { collisions } from '../exercise/lint/linted'
import { keyOf, told } from '../exercise/solve'
import { gradeStep } from './plain'

takesLong()

/** The gradient is w itself. */
const slope = 'param w = 4\nloss L = w^2 / 2\nask dL/dw\n'

const grading = (source: string) => {
  const key = keyOf(`${slope}${source}`)
  return (step: string, cell: string, earlier: Record<string, string[]> = {}) =>
    gradeStep(key, step, [cell], new Map(Object.entries(earlier))).verdict
}

describe('[G4] a wrong gradient carried on', () => {
  test('through velocity, parameter and prediction', () => {
    const grade = grading('descend 1/4 momentum 1/2 steps 2')
    const own = { 'dL/dw': ['8'], 'descend.v.w': ['8'], 'descend.w': ['2'], 'descend.step2.v.w': ['6'] }
    expect(grade('descend.v.w', '8', own).verdict).toBe('follows')
    expect(grade('descend.w', '2', own).verdict).toBe('follows')
    // 8 (2 - 4)
    expect(grade('descend.predicted', '-16', own).verdict).toBe('follows')
    expect(grade('descend.loss', '2', own).verdict).toBe('follows')
    expect(grade('descend.step2.v.w', '6', own).verdict).toBe('follows')
    expect(grade('descend.step2.w', '1/2', own).verdict).toBe('follows')
  })

  test('through the moments of Adam', () => {
    const grade = grading('descend 1/4 adam 3/4 3/4')
    const own = { 'dL/dw': ['8'], 'descend.m.w': ['2'], 'descend.s.w': ['9'] }
    expect(grade('descend.m.w', '2', own).verdict).toBe('follows')
    expect(grade('descend.s.w', '16', own).verdict).toBe('follows')
    // 8 / sqrt(36)
    expect(grade('descend.w', '11/3', own).verdict).toBe('follows')
  })

  test('not from a second moment below 0, which has no root', () => {
    for (const method of ['adam 3/4 3/4', 'rmsprop 3/4']) {
      const grade = grading(`descend 1/4 ${method} steps 2`)
      const own = { 'descend.s.w': ['-9'] }
      expect(grade('descend.w', '1', own).verdict).toBe('wrong')
      expect(grade('descend.step2.w', '1', own).verdict).toBe('wrong')
    }
    // Among the mistakes of a whole trace, too, are moments below 0.
    expect(() =>
      collisions(
        'param w = [1, -2]\ngiven x = [2, 1]\nloss L = (dot(w, x) - 1)^2\ndescend 0.1 adam steps 2\n',
      ),
    ).not.toThrow()
  })

  test('through clip and decay, which nobody is asked for', () => {
    const grade = grading('descend 1/4 clip 2 decay 1/2')
    // The gradient is scaled to -2, then 2 is added.
    expect(grade('descend.w', '4', { 'dL/dw': ['-8'] }).verdict).toBe('follows')
  })
})

test('[G6] what is made in an unasked gradient shows in what is asked', () => {
  const grade = grading('descend 1/4 momentum 1/2 decay 1/2')
  expect(grade('descend.v.w', '4').mistakes).toContain('decay-omitted')
  expect(grade('descend.v.w', '2').mistakes).toContain('decay-sign')
  expect(grade('descend.w', '11/2').mistakes).toContain('step-up')
})

test('[G6] predictions of methods', () => {
  const grade = grading('descend 1/4 momentum 1/2')
  expect(grade('descend.predicted', '4').mistakes).toContain('predict-sign')
  expect(grade('descend.predicted', '-16').mistakes).toContain('predict-no-rate')
  const up = grading('ascend 1/4')
  expect(up('ascend.predicted', '-4').mistakes).toContain('predict-sign')
  expect(up('ascend.predicted', '16').mistakes).toContain('predict-no-rate')
  expect(up('ascend.w', '8').mistakes).toContain('step-no-rate')
})

test('a trace has its mistake in a method', () => {
  const source = `${slope}descend 1/4 momentum 1/2 steps 2\ntrace momentum-forgotten at descend.step2.v.w`
  expect(told(source)).toEqual([])
  const key = keyOf(source)
  expect(key.steps.map(({ id }) => id).slice(0, 3)).toEqual([
    'find.step',
    'find.mistake',
    'descend.step2.v.w',
  ])
  expect(told(`${slope}update w = w - 1/2 * dL/dw\ntrace step-up at update.w`)).toEqual([])
  expect(told(`${slope}ascend 1/4\ntrace ascend-for-descend at ascend.w`)).toEqual([])
})

describe('lint tells the numbers on which the mistakes of a method do not show', () => {
  const at = (w: string) => `param w = ${w}\nloss L = (w - 3)^2\nask dL/dw\n`

  test('no decay of a weight that is 0, no scale where the rate is 1', () => {
    const found = collisions(`${at('0')}descend 1/4 decay 1/2`)
    expect(found).toEqual(
      expect.arrayContaining(['descend.w: decay-omitted = right', 'descend.w: decay-sign = right']),
    )
    expect(collisions(`${at('2')}descend 1 momentum 1/2`)).toContain('descend.w: velocity-not-scaled = right')
  })

  test('what is right in the first step on all numbers is no collision', () => {
    const found = collisions(`${at('7/2')}descend 1/4 momentum 1/2`)
    expect(found.filter(line => line.includes('momentum'))).toEqual([])
  })
})
