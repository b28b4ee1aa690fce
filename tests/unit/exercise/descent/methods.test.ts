import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { solveReport, truthOf, workedSolution } from '@/lib/exercise'
import { plainSentence } from '@/lib/words/sentence'
import { takesLong } from '../../../takes-long'
import { answersOf, keyOf, stepsOf, told, viewOf } from '../solve'

takesLong()

const answers = (source: string) => answersOf(solveReport(keyOf(source)))

/** The gradient is w itself. */
const slope = 'param w = 4\nloss L = w^2 / 2\nask dL/dw\n'

describe('ids and numbers, worked out by hand', () => {
  test('momentum', () => {
    expect(answers(`${slope}descend 1/4 momentum 1/2 steps 2`)).toEqual({
      'dL/dw': '4',
      'descend.v.w': '4',
      'descend.w': '3',
      'descend.predicted': '-4',
      'descend.loss': '9/2',
      'descend.actual': '-7/2',
      // v = 4/2 + 3
      'descend.step2.v.w': '5',
      'descend.step2.w': '7/4',
      'descend.step2.predicted': '-15/4',
      'descend.step2.loss': '49/32',
      'descend.step2.actual': '-95/32',
    })
  })

  test('nesterov takes the new velocity', () => {
    // 4 - 1/4 (4 + 1/2 * 4)
    expect(answers(`${slope}descend 1/4 momentum 1/2 nesterov`)).toMatchObject({
      'descend.v.w': '4',
      'descend.w': '5/2',
    })
  })

  test('Adam on theta squared, as it was asked line by line', () => {
    const long = answers(readFileSync('tests/fixtures/cases/reach/adam-by-hand.chalk', 'utf8'))
    const short = answers('param t = 5\nloss L = t^2\ndescend 0.1 adam steps 2')
    const [m1, v1, t1, m2, v2, t2] = ['m1', 'v1', 't1', 'm2', 'v2', 't2'].map(step => long[step])
    expect(short).toMatchObject({
      'descend.m.t': m1,
      'descend.s.t': v1,
      'descend.t': t1,
      'descend.step2.m.t': m2,
      'descend.step2.s.t': v2,
      'descend.step2.t': t2,
    })
  })

  test('RMSProp, eps outside the root', () => {
    // s = 16/4, 4 - 1/4 * 4 / (2 + 1)
    expect(answers(`${slope}descend 1/4 rmsprop 3/4 eps 1`)).toMatchObject({
      'descend.s.w': '4',
      'descend.w': '11/3',
    })
  })

  test('clip scales all gradients by one factor, then decay is added', () => {
    const two = 'param a = 6\nparam b = [8]\nloss L = (a^2 + sum(b^2)) / 2\n'
    // The norm is 10: (3, 4), then + 1/2 (6, 8) = (6, 8).
    expect(answers(`${two}descend 1 clip 5 decay 1/2`)).toMatchObject({
      'descend.a': '0',
      'descend.b': ['0'],
      'descend.predicted': '-100',
    })
    expect(answers(`${two}descend 1/2 clip 10`)).toMatchObject({ 'descend.a': '3', 'descend.b': ['4'] })
  })

  test('uphill', () => {
    expect(answers(`${slope}ascend 1/4\nascend 1/2 momentum 1/2\ndescend 1/4`)).toMatchObject({
      'ascend.w': '5',
      'ascend.predicted': '4',
      'ascend.loss': '25/2',
      'ascend.actual': '9/2',
      'ascend2.v.w': '4',
      'ascend2.w': '6',
      'descend.w': '3',
    })
    // Decay draws towards 0 uphill too: 4 + 1/4 (4 - 2).
    expect(answers(`${slope}ascend 1/4 decay 1/2`)).toMatchObject({ 'ascend.w': '9/2' })
  })

  test('with eps 0 an entry whose gradients were all 0 stays', () => {
    const flat = 'param w = [4, 7]\nloss L = w[1]^2 / 2\n'
    expect(answers(`${flat}descend 1 adam`)).toMatchObject({ 'descend.w': ['3', '7'] })
    expect(answers(`${flat}descend 1 rmsprop 3/4`)).toMatchObject({ 'descend.w': ['2', '7'] })
  })
})

test('words of the methods are names like any other', () => {
  const source =
    'param momentum = 4\ngiven ascend = 1\nupdate = momentum * ascend\nrepeat = update\nclip = 2\nloss L = (repeat * clip)^2\ndescend 0.1 momentum 0.9'
  expect(told(source)).toEqual([])
})

test.each([
  ['ascend 0.1', 'ascend needs a loss: loss NAME = …', 'given x = 1\n'],
  ['ascend 0.1', 'ascend moves the parameters, and the file has no param', 'loss L = 1\n'],
])('%s: %s', (line, message, before) => {
  expect(told(before + line)).toEqual([`2:1 ${message}`])
})

const order =
  'stands once and in its place: ETA, then momentum MU [nesterov], adam [B1 B2] [eps E] or rmsprop RHO [eps E], then clip C, decay LAMBDA, steps N'

test.each([
  ['descend 0.1 momentum 1', '3:22 momentum takes numbers from 0 to below 1, such as 0.9'],
  ['descend 0.1 momentum -0.5', '3:22 momentum takes numbers from 0 to below 1, such as 0.9'],
  [
    'descend 0.1 momentum',
    '3:21 found the end of the line, expected a number after momentum, such as 0.9, 1/2 or 1e-8',
  ],
  ['descend 0.1 momentum w', '3:22 found w, expected a number after momentum, such as 0.9, 1/2 or 1e-8'],
  ['descend 0.1 adam 0.9 3/2', '3:22 adam takes numbers from 0 to below 1, such as 0.9'],
  [
    'descend 0.1 adam 0.9',
    '3:21 found the end of the line, expected a number after adam, such as 0.9, 1/2 or 1e-8',
  ],
  ['descend 0.1 rmsprop 2', '3:21 rmsprop takes numbers from 0 to below 1, such as 0.9'],
  ['descend 0.1 rmsprop 0.9 eps -1', '3:29 eps takes a number that is not below 0'],
  ['descend 0.1 clip 0', '3:18 clip takes a number above 0'],
  ['descend 0.1 clip 1/0', '3:18 clip takes a number above 0'],
  ['descend 0.1 decay -1/2', '3:19 decay takes a number that is not below 0'],
  ['descend 0.1 decay 1 clip 1', `3:21 clip ${order}`],
  ['descend 0.1 steps 2 momentum 0.9', `3:21 momentum ${order}`],
  ['descend 0.1 nesterov', `3:13 nesterov ${order}`],
  ['ascend -0.1', '3:8 the rate is a number above 0: ascend goes uphill, descend downhill'],
  ['ascend 0', '3:8 the rate is a number above 0: ascend goes uphill, descend downhill'],
  ['descend 1 - 1 adam', '3:9 the rate is a number above 0: ascend goes uphill, descend downhill'],
  ['descend 0.1 adam steps 51', '3:24 found 51, expected a number of steps from 1 to 50'],
])('%s', (line, expected) => {
  expect(told(`param w = 4\nloss L = w^2\n${line}`)).toEqual([expected])
})

test('a plain descend takes any rate, as it always has', () => {
  expect(answers(`${slope}descend -1/4`)).toMatchObject({ 'descend.w': '5' })
})

test('a number over 0 is an error at the statement', () => {
  // The first gradient is 4, the second 0; the second moment forgets the first.
  expect(told('param w = 4\nloss L = w^2 / 2\ndescend 4 adam 1/2 0 steps 2')).toEqual([
    '3:1 after descent step 2: the step divides by 0: eps E after the method keeps the divisor above 0',
  ])
})

describe('networks of real sizes', () => {
  /** Numbers of two digits, always the same. */
  const entries = (rows: number, columns: number, seed: number) =>
    JSON.stringify(
      Array.from({ length: rows }, (_, i) =>
        Array.from({ length: columns }, (_, j) => (((i * 7 + j * 13 + seed * 5) % 19) - 9) / 10),
      ),
    )
  const net = (activation: string) =>
    `given X = ${entries(8, 4, 1)}\ngiven Y = ${entries(8, 3, 2)}\nparam W1 = ${entries(4, 8, 3)}\nparam b1 = ${entries(1, 8, 4)}\nparam W2 = ${entries(8, 3, 5)}\nparam b2 = ${entries(1, 3, 6)}\nloss L = mean((${activation}(X @ W1 + b1) @ W2 + b2 - Y)^2)\n`

  test.each(['relu', 'tanh'])('59 parameters, eight examples, two steps: %s', activation => {
    for (const line of [
      'descend 0.1 momentum 0.9 nesterov clip 1 decay 0.01 steps 2',
      'descend 0.1 adam eps 1e-8 decay 0.01 steps 2',
      'descend 0.1 rmsprop 0.9 eps 1e-8 clip 1 steps 2',
    ]) {
      const key = keyOf(`${net(activation)}${line}`)
      expect(truthOf(key), line).not.toBeNull()
      expect(key.steps.at(-1)?.acceptance, line).toEqual({ kind: 'figures', figures: 4 })
    }
  })

  test('short exact numbers stay exact, eps or not', () => {
    // g = 8: m = 4/5, s = 8/125, w = 4 - 1/10 * 8/9.
    expect(answers('param w = 4\nloss L = w^2\ndescend 0.1 adam eps 1')).toMatchObject({
      'descend.w': '176/45',
      'descend.loss': '30976/2025',
    })
  })
})

test('every step says what to do, and its solution ends with the answer', () => {
  const source = `${slope}descend 1/4 momentum 1/2 nesterov clip 2 decay 1/2 steps 2\ndescend 1/4 adam\ndescend 1/4 rmsprop 3/4 eps 1\nascend 1/4 decay 1/2`
  const remarks = Object.fromEntries(stepsOf(viewOf(source)).map(step => [step.id, step]))
  for (const { remark, title } of Object.values(remarks).slice(1)) {
    expect(remark).toMatch(/^[A-Z].*\.$/)
    expect(title).not.toBe('')
  }
  expect(remarks['descend.v.w']?.title).toBe('velocity of w after descent step 1')
  const key = keyOf(source)
  const { steps } = solveReport(key)
  for (const { step, lines } of workedSolution(key)) {
    const answer = steps.find(({ id }) => id === step)?.answer
    expect(lines.length, step).toBeGreaterThan(0)
    for (const { says } of lines) expect(plainSentence(says), step).toMatch(/^\S.*\.$/)
    if (typeof answer === 'string' && answer.length < 20) expect(lines.at(-1)?.text, step).toMatch(/= \S+$/)
  }
  const worked = workedSolution(keyOf(`${slope}descend 1/4 clip 2 decay 1/2`))
  expect(worked.find(({ step }) => step === 'descend.w')?.lines.map(({ text }) => text)).toEqual([
    "norm' = sqrt(4^2) = sqrt(16) = 4",
    "g_w' = 4*2/4 + (1/2)*4 = 2 + 2 = 4",
    "w' = w - 1/4*g_w' = 4 - 1/4*4 = 4 - 1 = 3",
  ])
})

test('what stands above the steps: the numbers that they are about', () => {
  const about = (source: string) =>
    Object.fromEntries(stepsOf(viewOf(source)).map(({ id, about }) => [id, about]))
  const momentum = about(`${slope}descend 1/4 momentum 1/2 steps 2`)
  expect(momentum['descend.v.w']).toEqual({ lines: [], given: [], found: ['dL/dw'] })
  expect(momentum['descend.w']).toEqual({ lines: [], given: ['w'], found: ['descend.v.w'] })
  expect(momentum['descend.step2.v.w']?.found).toEqual(['descend.v.w'])
  expect(momentum['descend.step2.w']?.found).toEqual(['descend.w', 'descend.step2.v.w'])
  const adam = about(`${slope}descend 1/4 adam decay 1/2`)
  expect(adam['descend.s.w']).toEqual({ lines: [], given: ['w'], found: ['dL/dw'] })
  expect(adam['descend.w']?.found).toEqual(['descend.m.w', 'descend.s.w'])
})
