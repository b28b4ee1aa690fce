import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalOf, type Rational, rational, rationals, showRational } from '@/lib/exact/rational'
import type { Acceptance } from '@/lib/exercise'
import { readCell } from '@/lib/language/answer/cell'
import { StepVerdict } from '@/lib/protocol/verdict'
import { takesLong } from '../../takes-long'
import { anyRational } from '../exact/random'
import { gradeStep, q, shapeStep, tensorStep } from './steps'

takesLong()

const matrix = tensorStep(
  [3, 2],
  [1, 2, 3, 4, 5, 6].map(n => q(n)),
)
const third = tensorStep([], [q(1, 3)])

/** Ways to type the same value: unreduced, as a sum, with brackets, as a decimal where there is one. */
function respell(value: Rational, k: bigint, way: number): string {
  const { n, d } = value
  const plain = showRational(value)
  const ways = [
    plain,
    ` ${plain} `,
    `${n * k}/${d * k}`,
    `(${n})/(${d})`,
    `${k}+${showRational(rationals.sub(value, rational(k)))}`,
    `--(${plain})`,
    `−(${-n}/${d})`,
    `${k}(${n})/(${k * d})`,
    `${n}*${d}^-1`,
    decimalOf(value) ?? plain,
    `max(${plain}, ${showRational(rationals.sub(value, rational(1n, k)))})`,
  ]
  return ways[way % ways.length]!
}

describe('[G1] exact', () => {
  test('every respelling of the right value is right, as a rational', () => {
    const cell = fc.record({ value: anyRational, k: fc.bigInt(1n, 50n), way: fc.nat(50) })
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), cells => {
        const step = tensorStep(
          [cells.length],
          cells.map(cell => cell.value),
        )
        const result = gradeStep(
          step,
          cells.map(cell => respell(cell.value, cell.k, cell.way)),
        )
        expect(result.verdict).toBe('right')
        for (const graded of result.cells)
          expect(graded).toEqual({ verdict: 'right', reason: 'rational', message: null })
      }),
      { numRuns: 1000 },
    )
  })

  test('every other value is wrong, however near', () => {
    fc.assert(
      fc.property(anyRational, anyRational, fc.bigInt(1n, 10n ** 60n), (exact, other, scale) => {
        const near = rationals.add(exact, rational(1n, scale))
        for (const typed of [other, near].filter(value => !rationals.equals(value, exact))) {
          const result = gradeStep(tensorStep([], [exact]), [showRational(typed)])
          expect(result.verdict).toBe('wrong')
          expect(result.cells).toEqual([{ verdict: 'wrong', reason: 'rational', message: null }])
        }
      }),
    )
  })

  test('floats would be fooled: 0.1 + 0.2 is 0.3, and a third is no long row of threes', () => {
    expect(gradeStep(tensorStep([], [q(3, 10)]), ['0.1+0.2']).verdict).toBe('right')
    expect(gradeStep(third, [`0.${'3'.repeat(190)}`]).verdict).toBe('wrong')
  })
})

describe('[G2] reading is not grading', () => {
  test('one cell that cannot be read: no cell is judged, and the message stands there', () => {
    const result = gradeStep(matrix, ['1', '2', '3', '4', '5%', '6'])
    expect(result.verdict).toBe('invalid')
    expect(result.cells.map(cell => [cell.verdict, cell.reason])).toEqual(Array(6).fill(['invalid', null]))
    expect(result.cells.map(cell => cell.message !== null)).toEqual([false, false, false, false, true, false])
    expect(result.message).toBe(
      'Not checked, no attempt spent. Entry (3, 1): % at character 2 cannot be read. Write a fraction or a decimal instead.',
    )
  })

  test('right and wrong cells look alike beside an unreadable one', () => {
    const right = gradeStep(matrix, ['1', '2', '3', '4', '5', ''])
    const wrong = gradeStep(matrix, ['9', '9', '9', '9', '9', ''])
    expect(right).toEqual(wrong)
  })

  test('an empty cell is not zero', () => {
    const result = gradeStep(tensorStep([2], [q(0), q(0)]), ['0', ' '])
    expect(result.verdict).toBe('invalid')
    expect(result.cells[1]?.message).toBe('This cell is empty. Type 0 if you mean zero.')
  })

  test('several unreadable cells are counted', () => {
    expect(gradeStep(matrix, ['', '', '3', '4', '5', '6']).message).toBe(
      'Not checked, no attempt spent. Entry (1, 1): This cell is empty. Type 0 if you mean zero. One more entry cannot be read either.',
    )
    expect(gradeStep(matrix, ['', '', '', '4', '5', '6']).message).toMatch(
      /Two more entries cannot be read either\.$/,
    )
  })

  test.each(['1/0', '9^9^9', '1e999999', '(99^64)^64', '('.repeat(100), '1'.repeat(201)])(
    'over a limit: %s',
    text => {
      const result = gradeStep(third, [text])
      expect(result.verdict).toBe('invalid')
      expect(result.cells[0]?.message).toMatch(/\.$/)
    },
  )

  test('[G13] what can be read and takes too much to compare is not judged, nor are the cells beside it', () => {
    const message = 'This is too big to check: this takes more work than is allowed. Simplify it.'
    const big = 'exp(exp(30))'
    expect(readCell(big).ok).toBe(true)
    const pair = tensorStep([2], [q(1), q(2)])
    const beside = gradeStep(pair, ['1', big])
    expect(beside).toEqual({
      verdict: 'invalid',
      cells: [
        { verdict: 'invalid', reason: null, message: null },
        { verdict: 'invalid', reason: null, message },
      ],
      mistakes: [],
      message: `Not checked, no attempt spent. Entry 2: ${message}`,
    })
    expect(gradeStep(pair, ['7', big])).toEqual(beside)
  })

  test.each([0, 1, 5, 7])('%i cells instead of six', count => {
    const result = gradeStep(matrix, Array(count).fill('1'))
    expect(result.verdict).toBe('invalid')
    expect(result.cells).toEqual(Array(6).fill({ verdict: 'invalid', reason: null, message: null }))
    expect(result.message).toContain('This step has 6 entries')
  })

  describe('0.33 for a third is wrong, and that it is rounded is said', () => {
    const hint = 'Answers are exact: a rounded decimal does not count, a fraction does.'
    const hinted = (n: number, d: number, typed: string) =>
      gradeStep(tensorStep([], [q(n, d)]), [typed]).message.endsWith(hint)

    test('where the cell is a rounding of the right value, to two figures or more', () => {
      const close = gradeStep(third, ['0.33'])
      expect(close.verdict).toBe('wrong')
      expect(close.message).toBe(`Not there yet. ${hint}`)
      for (const typed of ['.33', '0,33', '0.3333333333', '33e-2', '3.3e-1']) {
        expect(hinted(1, 3, typed), typed).toBe(true)
      }
      // So it is of a number without a point, and of either sign.
      expect(hinted(1000, 3, '333')).toBe(true)
      expect(hinted(-2, 3, '-0.67')).toBe(true)
      expect(hinted(1203, 1, '1.2e3')).toBe(true)
    })

    test('nowhere else: it would send students after the wrong error', () => {
      const others = [
        '-17.5',
        '0.34',
        '0.3',
        '0.30',
        '0.3334',
        '2/3',
        '33/100',
        '0.33+0',
        '0',
        '0.00',
        '-0.33',
      ]
      for (const typed of others) expect(hinted(1, 3, typed), typed).toBe(false)
      expect(hinted(123, 10, '10')).toBe(false)
      // A whole number near another one is a slip.
      expect(hinted(101, 1, '100')).toBe(false)
      expect(hinted(0, 1, '0.001')).toBe(false)
    })

    test('of one wrong cell among others, and not of a right one', () => {
      const pair = tensorStep([2], [q(1, 2), q(1, 3)])
      expect(gradeStep(pair, ['2/3', '0.33']).message).toBe(`Neither entry is there yet. ${hint}`)
      expect(gradeStep(pair, ['0.5', '2/3']).message).toBe('One of two. Entry 2 is not there yet.')
    })
  })
})

describe('[G3] cell by cell', () => {
  test('every cell has its own verdict', () => {
    const result = gradeStep(matrix, ['1', '2', '0', '4', '0', '6'])
    expect(result.verdict).toBe('wrong')
    expect(result.cells.map(cell => cell.verdict)).toEqual([
      'right',
      'right',
      'wrong',
      'right',
      'wrong',
      'right',
    ])
    expect(result.mistakes).toEqual([])
  })

  test.each([
    [['1', '2', '3', '4', '5', '0'], 'Five of six. Entry (3, 2) is not there yet.'],
    [['1', '2', '0', '4', '0', '6'], 'Four of six. Entries (2, 1) and (3, 1) are not there yet.'],
    [['0', '2', '0', '4', '0', '6'], 'Three of six. Entries (1, 1), (2, 1) and (3, 1) are not there yet.'],
    [
      ['0', '0', '0', '4', '0', '6'],
      'Two of six. Entries (1, 1), (1, 2), (2, 1) and one more are not there yet.',
    ],
    [['0', '0', '0', '0', '0', '0'], 'None of the six entries is there yet.'],
    [['1', '2', '3', '4', '5', '6'], 'Right, all six entries.'],
  ])('%j', (cells, message) => {
    expect(gradeStep(matrix, cells).message).toBe(message)
  })

  test('vectors and single cells are told in their own way', () => {
    const vector = tensorStep([3], [q(1), q(2), q(3)])
    expect(gradeStep(vector, ['1', '0', '3']).message).toBe('Two of three. Entry 2 is not there yet.')
    expect(gradeStep(third, ['1']).message).toBe('Not there yet.')
    expect(gradeStep(third, ['1/3']).message).toBe('Right, exactly.')
    expect(gradeStep(tensorStep([1, 1], [q(1)]), ['2']).message).toBe('Not there yet.')
  })
})

describe('[G9] a nudge, not the answer', () => {
  test('the verdict on a wrong answer depends on nothing but which cells are wrong and how they are typed', () => {
    // Two keys that are right and wrong at the same places give word for word the same verdict.
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyRational, anyRational, fc.boolean()), { minLength: 1, maxLength: 8 }),
        rows => {
          const typed = rows.map(([value]) => showRational(value))
          const truth = (shift: bigint) =>
            tensorStep(
              [rows.length],
              rows.map(([value, , wrong]) => (wrong ? rationals.add(value, rational(shift)) : value)),
            )
          expect(gradeStep(truth(1n), typed)).toEqual(gradeStep(truth(-1000n), typed))
        },
      ),
    )
  })
})

describe('[G10] deterministic, and [G13] bounded', () => {
  test('the same cells give the same verdict, and it fits the protocol, whatever is typed', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('1', '2', '', '1/0', '0.5', '1e4000', '9^9^9'),
    )
    const acceptances = fc.constantFrom<(Acceptance | null)[]>(
      null,
      { kind: 'exact' },
      ...[0, 2].map(places => ({ kind: 'rounded', places }) as const),
      { kind: 'figures', figures: 2 },
      { kind: 'within', of: q(1, 2) },
    )
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 7 }), acceptances, (cells, acceptance) => {
        const step = { ...matrix, acceptance }
        const result = gradeStep(step, cells)
        expect(gradeStep(step, cells)).toEqual(result)
        expect(StepVerdict.safeParse(result).success).toBe(true)
        expect(result.cells.length).toBe(6)
      }),
    )
  })
})

describe('shape steps', () => {
  test.each([
    ['3x2', 'right'],
    ['(3, 2)', 'right'],
    ['3×2', 'right'],
    ['2x3', 'wrong'],
    ['3x2x1', 'wrong'],
    ['scalar', 'wrong'],
    ['', 'invalid'],
    ['three', 'invalid'],
  ])('%j for 3x2 is %s', (typed, verdict) => {
    const result = gradeStep(shapeStep([3, 2]), [typed])
    expect(result.verdict).toBe(verdict)
    expect(result.cells).toEqual([
      {
        verdict,
        reason: verdict === 'invalid' ? null : 'rational',
        message: verdict === 'invalid' ? expect.any(String) : null,
      },
    ])
  })

  test('a scalar', () => {
    expect(gradeStep(shapeStep([]), ['scalar']).verdict).toBe('right')
    expect(gradeStep(shapeStep([1, 1]), ['scalar']).verdict).toBe('wrong')
    expect(gradeStep(shapeStep([]), []).verdict).toBe('invalid')
  })
})
