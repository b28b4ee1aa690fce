import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AtomTable, spellScalar } from '@/lib/exact/atoms'
import { readCell } from '@/lib/language/answer/cell'
import { readFormula } from '@/lib/language/answer/formula'
import { vocabularyOf } from '@/lib/language/answer/vocabulary'
import { plainSentence } from '@/lib/words/sentence'

const vocabulary = vocabularyOf([
  { name: 'A', shape: [2, 2] },
  { name: 'x', shape: [] },
])

/** The value of a cell, or what is said of it. */
function told(text: string): string {
  const read = readCell(text, { vocabulary, table: () => new AtomTable() })
  return read.ok ? spellScalar(read.value) : plainSentence(read.message)
}

describe('the signs of print in a cell', () => {
  test.each([
    ['½', '1/2'],
    ['-¾', '-3/4'],
    ['½*½', '1/4'],
    ['3 + ½', '7/2'],
    ['½²', '1/4'],
    ['½^2', '1/4'],
    ['½(3)', '3/2'],
    ['½x', 'x/2'],
    ['4^½', '2'],
    ['sqrt(¼)', '1/2'],
    ['max(½, ⅓)', '1/2'],
    ['2²', '4'],
    ['-2²', '-4'],
    ['(-2)²', '4'],
    ['2⁻¹', '1/2'],
    ['2⁺³', '8'],
    ['2¹⁰', '1024'],
    ['1.5·10⁻³', '3/2000'],
    ['3x²', '3*x^2'],
    ['x²x', 'x^3'],
    ['A[1,2]²', 'a12^2'],
    ['a12²', 'a12^2'],
    ['e²x', 'e^2*x'],
    ['2²(3)', '12'],
    ['0.(3)', '1/3'],
    ['0,(3)', '1/3'],
    ['-0.(27)', '-3/11'],
    ['12.(45)', '137/11'],
    ['0.(9)', '1'],
    ['0.(3)*3', '1'],
    ['max(0.(3), 1/4)', '1/3'],
    ['𝑒', 'e'],
    ['𝑒^(-1)', 'e^(-1)'],
    ['2𝑒 - 3', '2*e - 3'],
    ['2𝑒-3', '2*e - 3'],
    ['ln(𝑒)', '1'],
    ['𝜎(0)', '1/2'],
    ['𝝈(0)', '1/2'],
    ['0 · 5', '0'],
    ['10·5', '50'],
    ['0.5·2', '1'],
    ['0·x', '0'],
    ['0×5', '0'],
    // What stood before the bracket are digits of a number, as ever: only a point there makes a period.
    ['3(2)', '6'],
    ['1.5(2)', '3'],
  ])('%s is %s', (text, value) => {
    expect(told(text)).toBe(told(value))
    expect(told(text)).not.toMatch(/character|can be read/)
  })

  test('a period has the value of its fraction, however it is written', () => {
    fc.assert(
      fc.property(fc.nat(99), fc.stringMatching(/^\d{1,12}$/), (whole, period) => {
        const nines = '9'.repeat(period.length)
        expect(told(`${whole}.(${period})`)).toBe(told(`${whole} + ${period}/${nines}`))
      }),
    )
  })

  test('a raised number is an exponent, and binds as one', () => {
    const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹'
    const base = fc.constantFrom('2', '(1/3)', '½', 'x', '-3', '1.5', 'e')
    fc.assert(
      fc.property(
        base,
        fc.integer({ min: -12, max: 12 }),
        fc.constantFrom('', '*5', '+1', '(3)'),
        (of, power, after) => {
          const raised = String(power)
            .replace(/\d/g, digit => digits.charAt(Number(digit)))
            .replace('-', '⁻')
          expect(told(`${of}${raised}${after}`)).toBe(told(`${of}^(${power})${after}`))
        },
      ),
    )
  })

  test('they are no decimals: no rounding is asked of them', () => {
    for (const text of ['½', '0.(3)', '2²']) {
      expect(readCell(text)).toMatchObject({ ok: true, places: null, usesDecimal: false })
    }
  })

  test('a formula reads the letters, and none of the rest', () => {
    const names = { nodes: ['A'], gradients: [], loss: 'L' }
    expect(readFormula('𝜎(A)', names).ok).toBe(true)
    for (const text of ['½A', 'A²', '0.(3)A²']) expect(readFormula(text, names).ok).toBe(false)
  })
})
