import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { solveReport, workedSolution } from '@/lib/exercise'
import { takesLong } from '../../../takes-long'
import { gradeStep } from '../../grading/plain'
import { answersOf, keyOf, stepsOf, told, viewOf } from '../solve'

takesLong()

const answers = (source: string) => answersOf(solveReport(keyOf(source)))

/** The gradient is w itself. */
const slope = 'given v = 0\ngiven eta = 1/4\nparam w = 4\nz = w^2\nloss cost = z / 2\nask dL/dw\n'
const momentum = 'update v = 1/2 * v + dL/dw\nupdate w = w - eta * v\n'

describe('rounds', () => {
  test('each name stands for its latest value, gradients for those before the round', () => {
    expect(answers(`${slope}${momentum}`)).toEqual({ 'dL/dw': '4', 'update.v': '4', 'update.w': '3' })
    // The gradient in the second line is still 4.
    expect(answers(`${slope}update w = w - 1\nupdate v = dL/dw + w`)).toMatchObject({ 'update.v': '7' })
  })

  test('repeat makes rounds with passes of their own', () => {
    expect(answers(`${slope}${momentum}repeat 2`)).toEqual({
      'dL/dw': '4',
      'update.v': '4',
      'update.w': '3',
      'update.step2.v': '5',
      'update.step2.w': '7/4',
    })
  })

  test('blocks are counted and start from the file’s own values; a note parts them, a comment does not', () => {
    const source = `${slope}${momentum}# on\nupdate eta = eta / 2\nnote "again"\nupdate w = w - dcost/dw\nrepeat 1`
    expect(answers(source)).toMatchObject({ 'update.eta': '1/8', 'update2.w': '0' })
    expect(keyOf(source).steps.map(({ kind }) => kind)).toEqual([
      'gradient',
      ...Array.from({ length: 4 }, () => 'number'),
    ])
  })

  test('gradients of any node, squared, transposed and by entries, bind like names', () => {
    const net = 'given x = [[1, 2]]\nparam W = [[1], [3]]\nparam s = 0\ny = x @ W\nloss L = sum(y^2)\n'
    // y = 7, dL/dy = 14, dL/dW = (14, 28)
    expect(answers(`${net}update s = 2 * dL/dW[2,1] + dL/dy[1,1]^2\nupdate W = (dL/dx * dL/dL).T`)).toEqual({
      'update.s': '252',
      'update.W': [['14'], ['42']],
    })
  })

  test('a quotient stays a quotient', () => {
    expect(answers('given delta = 6\ngiven dx = 2\nparam w = 1\nloss L = w\nupdate w = delta/dx')).toEqual({
      'update.w': '3',
    })
  })

  test('a given in the network moves the passes after it, an upstream gradient that is given too', () => {
    const source =
      'given x = 3\ngiven G = 2\nparam w = 5\nC = w * x\nupstream dL/dC = G\nupdate x = x + dL/dw\nupdate G = G + 1\nrepeat 2'
    // dL/dw = G x: 6, then 3 * 9.
    expect(answers(source)).toEqual({
      'update.x': '9',
      'update.G': '3',
      'update.step2.x': '36',
      'update.step2.G': '4',
    })
    expect(answers('param w = 2\nC = w^2\nupstream dL/dC = 3\nupdate w = w + dL/dw\nrepeat 2')).toEqual({
      'update.w': '14',
      'update.step2.w': '98',
    })
  })

  test('rules without gradients need no loss', () => {
    expect(answers('param w = 2\nupdate w = w * w\nrepeat 3')).toMatchObject({ 'update.step3.w': '256' })
  })

  test('accept holds', () => {
    const key = keyOf(`${slope}accept rounded 3 sf\nupdate w = w / 3`)
    expect(key.steps.at(-1)?.acceptance).toEqual({ kind: 'figures', figures: 3 })
  })
})

test('an update in the form of a descent gives what the descent gives', () => {
  const number = fc.integer({ min: -9, max: 9 })
  fc.assert(
    fc.property(
      number,
      number,
      fc.constantFrom('0.1', '1/3'),
      fc.constantFrom('0', '0.9'),
      (w, x, eta, mu) => {
        const net = `given x = ${x}\nparam w = ${w}\nparam b = 1\ngiven v = 0\ngiven u = 0\nloss L = (w * x + b)^2\n`
        const own = answers(
          `${net}update v = ${mu} * v + dL/dw\nupdate w = w - ${eta} * v\nupdate u = ${mu} * u + dL/db\nupdate b = b - ${eta} * u\nrepeat 3`,
        )
        const ready = answers(`${net}descend ${eta} momentum ${mu} steps 3`)
        for (const round of ['', '.step2', '.step3']) {
          expect(own[`update${round}.w`]).toEqual(ready[`descend${round}.w`])
          expect(own[`update${round}.v`]).toEqual(ready[`descend${round}.v.w`])
          expect(own[`update${round}.b`]).toEqual(ready[`descend${round}.b`])
        }
      },
    ),
    { numRuns: 25 },
  )
})

test.each([
  ['repeat 2', ['1:1 repeat makes rounds of the update lines right before it, and there is none before it']],
  [
    'param w = 1\nupdate w = w + 1\nnote "on"\nrepeat 2',
    ['4:1 repeat makes rounds of the update lines right before it, and there is none before it'],
  ],
  ['param w = 1\nupdate w = w + 1\nrepeat 51', ['3:8 found 51, expected a number of rounds from 1 to 50']],
  ['param w = 1\nz = w\nupdate z = 3', ['3:8 z is computed: update changes a param or a given']],
  [
    'param w = 1\nz = w\nupdate w = z',
    ['3:12 z is computed: the rule of an update holds numbers, givens, params and gradients (dL/dNAME)'],
  ],
  ['param w = 1\nupdate u = 3', ['2:8 there is no node u']],
  ['param w = 1\nupdate w = u', ['2:12 there is no node u']],
  [
    'param w = [1, 2]\nupdate w = 3',
    ['2:12 w is 2 and its new value is a scalar: an update keeps the shape'],
  ],
  ['param w = 1\nupdate w = 2\nupdate w = 3', ['3:8 w is updated already in this round (line 2)']],
  [
    'param w = 1\nupdate w = dL/dw',
    ['2:12 a gradient is asked for, and the file has neither a loss nor an upstream gradient'],
  ],
  ['param w = 1\nloss L = w\nupdate w = dL/du', ['3:12 there is no node u']],
  [
    'param w = 1\nloss L = w * dL/dw',
    ['2:14 dL begins a gradient: one is asked for with ask, and goes into a rule with update alone'],
  ],
  [
    'param w = dcost/dw\nloss cost = w',
    ['1:11 dcost begins a gradient: one is asked for with ask, and goes into a rule with update alone'],
  ],
  ['param w = 1\nupdate w', ['2:9 found the end of the line, expected =']],
  [
    'param w = 1\nupdate 3 = w',
    ['2:8 found 3, expected the name of a param or a given: update W = W - 0.1 * dL/dW'],
  ],
  [
    'param w = 2\nupdate w = 1/(w - 2)',
    ['2:1 in round 1 of the update: division by zero: the divisor is 0 (line 2, column 13)'],
  ],
])('%j', (source, expected) => {
  expect(told(source)).toEqual(expected)
})

describe('for the student', () => {
  const source = `${slope}${momentum}repeat 2`

  test('each step tells its rule and the numbers in it', () => {
    const steps = Object.fromEntries(stepsOf(viewOf(source)).map(step => [step.id, step]))
    expect(steps['update.w']).toMatchObject({
      title: 'w after round 1 of the update',
      about: { lines: [], given: ['eta', 'w'], found: ['update.v'] },
    })
    expect(steps['update.v']?.about).toEqual({ lines: [], given: ['v'], found: ['dL/dw'] })
    expect(steps['update.step2.v']?.about?.found).toEqual(['update.v'])
    expect(steps['update.w']?.remark).toContain('w = w - eta * v')
    expect(steps['update.step2.w']?.family?.name).toBe('update, round 2')
  })

  test('solutions put the numbers in', () => {
    const worked = workedSolution(keyOf(source)).find(({ step }) => step === 'update.step2.w')
    expect(worked?.lines.at(-1)?.text).toMatch(/= 7\/4$/)
  })

  const grade = (step: string, cell: string, earlier: Record<string, string[]> = {}) =>
    gradeStep(keyOf(source), step, [cell], new Map(Object.entries(earlier))).verdict

  test('[G4] what follows from a wrong gradient, through v and w', () => {
    const own = { 'dL/dw': ['8'], 'update.v': ['8'], 'update.w': ['2'] }
    expect(grade('update.v', '8', own).verdict).toBe('follows')
    expect(grade('update.w', '2', own).verdict).toBe('follows')
    // v = 8/2 + 2
    expect(grade('update.step2.v', '6', own).verdict).toBe('follows')
  })

  test('[G6] the mistakes of steps and velocities', () => {
    expect(grade('update.step2.v', '3').mistakes).toContain('momentum-forgotten')
    expect(grade('update.step2.v', '1').mistakes).toContain('momentum-sign')
    expect(grade('update.w', '5').mistakes).toContain('step-up')
    expect(grade('update.w', '0').mistakes).toContain('step-no-rate')
    expect(grade('update.w', '-1').mistakes).toContain('step-replace')
  })
})
