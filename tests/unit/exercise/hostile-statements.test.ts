import { describe, expect, test } from 'vitest'
import { Budget } from '@/lib/exact/budget'
import { isSpent } from '@/lib/exercise/lint/answers'
import { Agreement, collisionsOf } from '@/lib/exercise/lint/collisions'
import { OtherNumbers } from '@/lib/exercise/lint/others'
import { worldOf } from '@/lib/exercise/lint/world'
import { gradeSheet } from '@/lib/grading'
import { takesLong } from '../../takes-long'
import { keyOf, told } from './solve'

takesLong()

const first = (source: string): string => told(source)[0] ?? 'no error'
const numbers = (count: number): string => Array.from({ length: count }, (_, at) => `${at + 1}`).join(',')
const gates = (count: number): string =>
  `given x = 1\ngiven y = 2\nloss circuit f = ${'x * y + '.repeat(count)}x\nask circuit f`

describe('files that ask for too much are told so at once', () => {
  test.each([
    [
      'a circuit of 600 operations',
      gates(300),
      /^3:14 the circuits of the file have more than 200 operations$/,
    ],
    ['a circuit of 500 steps', gates(90), /^4:\d+ more than 400 steps$/],
    [
      'thousands of options',
      `choose "q" ["right" right, ${Array.from({ length: 3000 }, (_, at) => `"${at}"`).join(',')}]`,
      /^1:\d+ more than 20 answers to choose from$/,
    ],
    ['a long question', `explain "${'why '.repeat(3000)}"`, /^1:9 more than 500 characters$/],
    [
      'the Jacobian of 100 by 100',
      `param z = [${numbers(100)}]\np = softmax(z)\nask dp/dz`,
      /^3:5 this is 100x100: 10,000 entries, the limit is 4,096$/,
    ],
    ['51 rounds', 'param w = 1\nupdate w = w / 2\nrepeat 51', /^3:8 found 51, expected a number of rounds/],
    [
      'steps without end',
      `param w = 1\nloss L = w\n${'descend 1 adam steps 50\n'.repeat(3)}`,
      /^\d+:\d+ more than 400 steps$/,
    ],
    [
      'a size beyond all',
      'param W : 999999999x999999999\nask count W',
      /^1:11 .* the limit is 1,000,000,000,000$/,
    ],
    [
      'the gradient of sizes alone',
      'param W : 100000x100000\nloss L = sum(W)\nask dL/dW',
      /^3:8 W has a size and no values: shape and count are all that can be asked of it$/,
    ],
    [
      'a descent of sizes alone',
      'param W : 100000x1000\nloss L = sum(W)\ndescend 0.1',
      /^3:1 descend needs numbers/,
    ],
  ])('%s', (_, source, message) => expect(first(source)).toMatch(message))

  test('counts of sizes alone take no room', () => {
    const source = `${Array.from({ length: 150 }, (_, at) => `param W${at} : 100000x100000`).join('\n')}\nask count params`
    const [step] = keyOf(source).steps
    expect(step).toMatchObject({ id: 'count params' })
  })
})

describe('hostile answers to questions are judged or told what is wrong', () => {
  const key = keyOf('choose "q" ["a" right, "b", "c" right]\nexplain "why?"\ngiven x = 1\nask x')

  test.each([
    ['choose', Array.from({ length: 5000 }, () => 'a')],
    ['choose', 'a'.repeat(100_000)],
    ['choose', ['a', 'a', 'c']],
    ['choose', '99999999999999999999'],
    ['choose', [[['a']]]],
    ['choose', ''],
    ['explain', 'w'.repeat(2001)],
    ['explain', '\u0000\u202e'.repeat(900)],
    ['explain', ' '.repeat(2000)],
    ['explain', '('.repeat(2000)],
    ['explain', ['a', 'b']],
    ['x', '9'.repeat(100_000)],
    ['x', `${'sqrt('.repeat(40)}1${')'.repeat(40)}`],
  ])('%s %#', (step, typed) => {
    const graded = gradeSheet(key, { [step]: typed })
    if (!graded.ok) {
      expect(graded.message.id).not.toBe('')
      return
    }
    const { verdict, sentences } = graded.report.steps[step]!
    expect(['right', 'wrong', 'invalid', 'answered']).toContain(verdict)
    expect(sentences.length).toBeGreaterThan(0)
  })

  test('2,000 characters are an answer, and one more is none', () => {
    const verdictOf = (text: string) => {
      const graded = gradeSheet(key, { explain: text })
      return graded.ok ? graded.report.steps.explain!.verdict : 'refused'
    }
    expect(verdictOf('é'.repeat(2000))).toBe('answered')
    expect(verdictOf('é'.repeat(2001))).not.toBe('answered')
  })
})

describe('lint on a circuit of many steps', () => {
  const key = keyOf(gates(6))
  const world = worldOf(key)!
  const search = (work: number) => {
    const total = new Budget({ work, digits: 4096 })
    const agreement = new Agreement(new OtherNumbers(key.exercise, world))
    return { ...collisionsOf(world, agreement, { total }), total }
  }

  test('what all comparisons take together is bounded, and the steps that come too late are told', () => {
    const whole = search(1e9)
    expect(whole.left).toEqual([])
    const bounded = search(Math.round(whole.total.spent / 3))
    expect(isSpent(bounded.total)).toBe(true)
    expect(bounded.left.length).toBeGreaterThan(0)
    const ids = key.steps.map(({ id }) => id)
    expect(bounded.left).toEqual(ids.slice(-bounded.left.length))
    // What was compared in time says what it says without a bound.
    const inTime = whole.found.filter(({ step }) => !bounded.left.includes(step))
    expect(bounded.found.map(({ step, mistake, with: met }) => [step, mistake, met])).toEqual(
      inTime.map(({ step, mistake, with: met }) => [step, mistake, met]),
    )
  })
})
