import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AtomTable, atomField, spellScalar } from '@/lib/exact/atoms'
import { Budget } from '@/lib/exact/budget'
import { rational } from '@/lib/exact/rational'
import { isTensorStep, type Key, publicView, solveReport } from '@/lib/exercise'
import { heightsOf } from '@/lib/exercise/lint/heights'
import { readCell } from '@/lib/language/answer/cell'
import { vocabularyOf } from '@/lib/language/answer/vocabulary'
import { PublicExercise } from '@/lib/protocol/exercise'
import { sentenceOf } from '@/lib/words/sentence'
import { takesLong } from '../../takes-long'
import { answersOf, keyOf, stepsOf, told, viewOf } from './solve'

takesLong()

const answers = (source: string): Record<string, unknown> => answersOf(solveReport(keyOf(source)))

/** Every spelt answer, read in the exercise's own vocabulary, beside the value it is the spelling of. */
function readBack(key: Key): number {
  const table: AtomTable = key.table.fork()
  const field = atomField(new Budget({ work: 1e7, digits: 4096 }), table)
  const nodes = [...key.exercise.graph.values()].filter(({ symbols }) => symbols !== null)
  const means = { vocabulary: vocabularyOf(nodes), table: () => table }
  let count = 0
  for (const step of key.steps) {
    if (!isTensorStep(step)) continue
    for (const value of step.answer.data) {
      const text = spellScalar(value)
      // Numbers are read back as answers, their limits on typed text aside (docs/command-line.md).
      if (text.length > 200) continue
      const read = readCell(text, means)
      if (!read.ok) throw new Error(`${text}: ${read.message}`)
      expect(field.compare(read.value, value).equal, text).toBe(true)
      count += 1
    }
  }
  return count
}

describe('entries without values', () => {
  test('a matrix, a vector and a scalar have entries by the rule of their names', () => {
    const source = 'given A : 1x2\nparam W1 : 2\nparam s : scalar\nask A, W1, s'
    expect(answers(source)).toEqual({ A: [['a11', 'a12']], W1: ['w1_1', 'w1_2'], s: 's' })
  })

  test('values, gradients and local partials are formulas, zeros included', () => {
    const source = `given A : 2x2
param B : 2x2
given G : 2x2
C = A @ B
upstream dL/dC = G
ask C[2,1], dL/dA, dL/dB[1,2], dC[1,2]/dA[1,1], dC[1,2]/dA[2,1]`
    expect(answers(source)).toEqual({
      'C[2,1]': 'a21*b11+a22*b21',
      'dL/dA': [
        ['g11*b11+g12*b12', 'g11*b21+g12*b22'],
        ['g21*b11+g22*b12', 'g21*b21+g22*b22'],
      ].map(row => row.map(entry => expect.toSatisfy(text => sameSum(text, entry)))),
      'dL/dB[1,2]': expect.toSatisfy(text => sameSum(text, 'a11*g12+a21*g22')),
      'dC[1,2]/dA[1,1]': 'b12',
      'dC[1,2]/dA[2,1]': '0',
    })
  })

  test('nudges and descents are formulas too', () => {
    const source = 'param w : scalar\nloss L = w^2\nnudge 0.1\ndescend 0.1 steps 2'
    expect(answers(source)).toMatchObject({
      'nudge.predicted': 'w/5',
      'nudge.actual': '(1+20*w)/100',
      'descend.w': '4*w/5',
      'descend.predicted': '-2*w^2/5',
      'descend.step2.w': '16*w/25',
    })
  })

  test('numbers, draws and symbols go together', () => {
    const source = 'given x = random 2 from 1..1\nparam w : 2\nL1 = sum(w * x)\nask L1, dL1/dw[2]'
    expect(answers(source)).toEqual({ L1: 'w1+w2', 'dL1/dw[2]': '1' })
  })

  test('a division by a symbol is one by a function that is not 0', () => {
    const key = 'given a : scalar\nparam b : scalar\nq = a / b\nloss L = q^2\nask q, dL/db'
    expect(answers(key)).toEqual({ q: 'a/b', 'dL/db': '-2*a^2/b^3' })
    expect(told('given a : scalar\nq = 1 / (a - a)\nask q')).toEqual([
      '2:7 division by zero: the divisor is 0',
    ])
  })

  test('what is spelt reads back, in many exercises', () => {
    const shapes = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 }))
    const forms = fc.constantFrom(
      ...['C * 2 - 1/3', '-C', 'C * C', 'C / (C + 1)', '1/2 - C^3', 'C * C - C', 'mean(C) * C', 'C^-2'],
    )
    let count = 0
    fc.assert(
      fc.property(shapes, forms, fc.constantFrom('A', 'w1', 'theta', 'x_y'), ([m, n], form, name) => {
        const source = `given ${name} : ${m}x${n}\nparam v : ${n}\nC = ${name} @ v\nD = ${form}\nloss L = sum(D)\nask C, D, L, dL/dv, dL/dC`
        count += readBack(keyOf(source))
      }),
      { numRuns: 40 },
    )
    expect(count).toBeGreaterThan(200)
  })
})

/** The same terms, in whatever order terms and factors stand. */
function sameSum(text: unknown, expected: string): boolean {
  const terms = (sum: string) =>
    sum
      .split('+')
      .map(term => term.split('*').sort().join('*'))
      .sort()
      .join('+')
  return terms(String(text)) === terms(expected)
}

describe('errors with symbols', () => {
  test.each([
    [
      'given A : 2x2\ngiven a : 2x2',
      '2:7 a11 is an entry of A (line 1) and of a (line 2): choose another name',
    ],
    ['given A : 2x2\na12 = 1', '2:1 a12 is an entry of A (line 1) and a node (line 2): choose another name'],
    ['s = 1\ngiven S : scalar', '2:7 s is an entry of S (line 2) and a node (line 1): choose another name'],
    [
      'given E : scalar',
      '1:7 the symbol of E would be e, which means something else in an answer: choose another name',
    ],
    ['z : 2', '1:3 found :, expected = (only a given or a param has symbols: given z : 2x3)'],
    ['given A : random', '1:11 found random, expected a shape: 2x3, 3 or scalar'],
    ['given A : 2\nrequire A > 0', '2:9 A holds symbols: require compares numbers'],
    ['given A : 2\nz = 2 * A\nrequire sum(z) > 0', '3:13 z holds symbols: require compares numbers'],
    ['given A : 2\nh = relu(A - 1)', '2:5 relu: the sign of a value here depends on the symbols in it'],
    ['given A : 2\nh = 1 + step(A)', '2:9 step: the sign of a value here depends on the symbols in it'],
    ['given A : 2\nz = 2 * A\nask z rounded 3', '3:5 z holds symbols: there is no decimal to round it to'],
    ['given A : 2\nh = abs(A)', '2:5 abs: the sign of a value here depends on the symbols in it'],
    ['given A : 2\nh = max(A, 0)', '2:5 max: the sign of a value here depends on the symbols in it'],
    ['given A : 2\nh = min(0, A)', '2:5 min: the sign of a value here depends on the symbols in it'],
    [
      'given A : 2\ngiven i : scalar\nh = embed(A, i)',
      '3:5 embed: the sign of a value here depends on the symbols in it',
    ],
    [
      'given A : 2\ngiven r = random 2 from 1..9\nh = relu(A + r)',
      '3:5 relu: the sign of a value here depends on the symbols in it',
    ],
  ])('%j', (source, message) => expect(told(source)).toEqual([message]))

  test('a symbol whose sign shows is no error', () => {
    expect(answers('given a : scalar\nh = relu(a^2 + 1)\nask h')).toEqual({ h: '1+a^2' })
  })

  test('after a nudge a sign may be missing that was there before: told at the nudge', () => {
    const source = 'param w : scalar\ngiven b = -1\nloss L = relu(w - w + b)\nnudge 1'
    expect(told(source)).toEqual([])
  })

  test('too many symbols, and too much work with them, are refused and end', () => {
    const many = Array.from({ length: 2 }, (_, i) => `given A${i} : 64x64`).join('\n')
    expect(told(many)).toEqual(['2:7 the file has more than 4,096 symbols'])
    const product = `given a : 4000\np = ${Array.from({ length: 4000 }, (_, i) => `a[${i + 1}]`).join('*')}\nask p`
    expect(told(product)[0]).toMatch(/^2:1 too much to compute: /)
    expect(told('given a : 40\np = sum(a)^20\nask p')[0]).toMatch(/^2:1 too much to compute: /)
  })
})

describe('what is shown of symbols', () => {
  const source = 'given A : 1x2\nparam w = [2, 3]\nz = A @ w\nask z'

  test('nodes say that they are symbolic, and give the names of their entries', () => {
    const view = PublicExercise.parse(viewOf(source))
    expect(view.nodes.map(({ name, symbolic, values }) => [name, symbolic, values])).toEqual([
      ['A', true, ['a11', 'a12']],
      ['w', false, ['2', '3']],
      ['z', false, null],
    ])
    expect(stepsOf(view).map(({ names }) => names)).toEqual([null])
  })

  test('heights count no digit of a name', () => {
    expect(Object.fromEntries(heightsOf(keyOf(source)))).toEqual({ z: 1 })
    expect(Object.fromEntries(heightsOf(keyOf('given A : 1x2\nz = 123 * A\nask z')))).toEqual({ z: 3 })
  })

  test('a formula step tells which names it takes, and no formula', () => {
    const asked = `${source.replace('ask z', '')}\nloss L = sum(z)\nask formula dL/dw`
    const [step] = stepsOf(publicView(keyOf(asked), 'v', sentenceOf))
    expect(step?.names).toEqual({ nodes: ['A', 'w', 'z', 'L'], gradients: ['z', 'L'], loss: 'L' })
    expect(JSON.stringify(step)).not.toContain('A.T')
  })
})

test('the field of a key still tells the sign of what is plainly positive', () => {
  const field = atomField(new Budget({ work: 1e5, digits: 100 }))
  expect(field.side(field.add(field.mul(field.symbol('x'), field.symbol('x')), rational(1)))).toBe(1)
})
