import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalOf, type Rational, rational, showRational } from '@/lib/exact/rational'
import { type PollOption, pollOptions } from '@/lib/grading'
import { takesLong } from '../../takes-long'
import { anyRational } from '../exact/random'
import { keyOf } from '../exercise/solve'

takesLong()

const pair = keyOf('given x = [[1/3], [2]]\ny = x * 3/2\nloss L = sum(y^2)\nask y, L')
const product = keyOf(`given A : 2x2
param B : 2x2
given G : 2x2
C = A @ B
upstream dL/dC = G
ask shape C, C, formula dL/dA`)

const cellsOf = (options: readonly PollOption[] | null) => options?.map(({ cells }) => cells)
const written = (...answers: string[][]) => cellsOf(pollOptions(pair, 'y', answers, false))

describe('[G11] the options of a poll are written alike', () => {
  test('in decimals where all end within six places, whatever was typed', () => {
    expect(written(['1/2', '6/2'], ['0.500001', '-1/4'])).toEqual([
      ['0.5', '3'],
      ['0.500001', '-0.25'],
    ])
  })

  test('else in fractions', () => {
    expect(written(['0.5', '3'], ['1/3', '0.25'])).toEqual([
      ['1/2', '3'],
      ['1/3', '1/4'],
    ])
  })

  test('else in four significant figures, or in more where two would read the same', () => {
    expect(written(['e', '3'], ['1/3', '0.25'])).toEqual([
      ['2.718', '3.000'],
      ['0.3333', '0.2500'],
    ])
    expect(written(['sqrt(2)', '1'], ['1.41421', '1'])).toEqual([
      ['1.414214', '1.000000'],
      ['1.414210', '1.000000'],
    ])
    // A fraction that nobody can read at a glance is no better than that.
    expect(written(['33333333/100000001', '1'], ['1/3', '1'])).toEqual([
      ['0.333333327', '1.00000000'],
      ['0.333333333', '1.00000000'],
    ])
  })

  test('the right one among them, and nothing tells which', () => {
    const options = pollOptions(
      pair,
      'y',
      [
        ['0.5', '2'],
        ['.25', '3'],
      ],
      true,
    )
    expect(options).toEqual([
      { cells: ['0.5', '2'], from: [0], right: false },
      { cells: ['0.25', '3'], from: [1], right: false },
      { cells: ['0.5', '3'], from: [], right: true },
    ])
  })

  test('values over symbols in one spelling', () => {
    const typed = ['b11 a11', 'a11*b11', '1', '2']
    const [option] = pollOptions(product, 'C', [typed], false) ?? []
    expect(option?.cells.slice(0, 2)).toEqual(['a11*b11', 'a11*b11'])
  })

  test('formulas as the engine writes them, and equal ones once', () => {
    const answers = [['B @ G'], ['  B@dL/dC '], ['G@B'], ['(B.T @ G.T).T']]
    const options = pollOptions(product, 'formula dL/dA', answers, true) ?? []
    expect(options.map(({ from, right }) => [from, right])).toEqual([
      [[0, 1], false],
      [[2, 3], false],
      [[], true],
    ])
    expect(new Set(options.map(({ cells }) => cells[0])).size).toBe(3)
  })

  test('shapes in one spelling', () => {
    expect(cellsOf(pollOptions(product, 'shape C', [['2 × 3'], ['2x3'], ['(3,2)']], true))).toEqual([
      ['2x3'],
      ['3x2'],
      ['2x2'],
    ])
  })

  test('what cannot be read is left out, and a step that is none has no options', () => {
    expect(written(['?', '1'], ['1', '2'], ['1'])).toEqual([['1', '2']])
    expect(pollOptions(pair, 'nothing', [], true)).toBeNull()
  })
})

/** Ways to type one value. */
const spellings = (q: Rational): fc.Arbitrary<string> => {
  const fraction = showRational(q)
  const twice = showRational(rational(2n * q.n, q.d))
  return fc.constantFrom(
    fraction,
    ` ${fraction} `,
    decimalOf(q) ?? fraction,
    `(${twice})/2`,
    `${fraction} + 0`,
    `-(${showRational(rational(-q.n, q.d))})`,
  )
}

const notation = (text: string) =>
  /^-?\d+(\.\d{1,6})?$/.test(text) ? 'integer or decimal' : /^-?\d+\/\d+$/.test(text) ? 'fraction' : 'figures'

const small = fc.oneof(
  fc
    .tuple(fc.integer({ min: -60, max: 60 }), fc.constantFrom(1, 2, 4, 5, 8, 10))
    .map(([n, d]) => rational(n, d)),
  fc
    .tuple(fc.integer({ min: -60, max: 60 }), fc.integer({ min: 1, max: 12 }))
    .map(([n, d]) => rational(n, d)),
  anyRational,
)
const answers = fc.array(fc.tuple(small, small), { minLength: 2, maxLength: 4 })

test('[G11] one notation, equal values once, and nothing of how they were typed', () => {
  fc.assert(
    fc.property(
      answers.chain(values =>
        fc.record({
          values: fc.constant(values),
          once: fc.tuple(...values.map(([a, b]) => fc.tuple(spellings(a), spellings(b)))),
          twice: fc.tuple(...values.map(([a, b]) => fc.tuple(spellings(a), spellings(b)))),
        }),
      ),
      fc.boolean(),
      ({ values, once, twice }, right) => {
        fc.pre([...once, ...twice].flat().every(text => text.length <= 200))
        const options = pollOptions(pair, 'y', once, right)
        expect(pollOptions(pair, 'y', twice, right)).toEqual(options)
        const texts = (options ?? []).map(({ cells }) => cells.join(' '))
        expect(new Set(texts).size).toBe(texts.length)
        const places = (options ?? []).flatMap(({ from }) => from)
        expect([...places].sort()).toEqual(values.map((_, at) => at))
        for (const { from } of options ?? []) {
          const same = from.map(at => JSON.stringify(values[at]?.map(showRational)))
          if (texts.length > 1 && same.length > 1) expect(new Set(same).size).toBe(1)
        }
        // An integer is written the same in decimals and in fractions.
        const kinds = new Set((options ?? []).flatMap(({ cells }) => cells).map(notation))
        const all = (options ?? []).flatMap(({ cells }) => cells)
        const fractions = kinds.has('fraction')
        if (fractions) expect(all.every(text => /^-?\d+(\/\d+)?$/.test(text))).toBe(true)
        if (!fractions && kinds.has('figures')) {
          const figures = new Set(
            all
              .filter(text => text !== '0' && /[.e]/.test(text))
              .map(text => text.replace(/e.*/, '').replace(/^-?(0\.)?0*|[.-]/g, '').length),
          )
          expect(figures.size).toBeLessThanOrEqual(1)
        }
      },
    ),
    { numRuns: 400 },
  )
})
