import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { showRational } from '@/lib/exact/rational'
import { plainValue } from '@/lib/language/answer/evaluate'
import { readAnswer } from '@/lib/language/answer/read'
import { plainSentence } from '@/lib/words/sentence'
import { takesLong } from '../../../takes-long'
import { anyRational } from '../../exact/random'
import { anyTree, oracle, spell } from './random-answers'

takesLong()

/** What a cell comes to: its value, or the message. */
function told(text: string): string {
  const read = readAnswer(text)
  if (!read.ok) return plainSentence(read.message)
  const value = plainValue(read.expr)
  return value.ok ? showRational(value.value) : plainSentence(value.message)
}

describe('values of typed answers', () => {
  test('every spelling of every expression has the value that an independent evaluator gives it', () => {
    let graded = 0
    fc.assert(
      fc.property(anyTree, tree => {
        const text = spell(tree)
        fc.pre([...text].length <= 200)
        const read = readAnswer(text)
        if (!read.ok) throw new Error(`${text}: ${plainSentence(read.message)}`)
        const value = plainValue(read.expr)
        const expected = oracle(tree)
        if (expected === null) {
          const none = value.ok || value.beyond ? '' : plainSentence(value.message)
          expect(none).toMatch(/divides by zero/)
          return
        }
        if (!value.ok) throw new Error(`${text}: ${plainSentence(value.message)}`)
        expect(value.value.n * expected[1]).toBe(expected[0] * value.value.d)
        graded += 1
      }),
      { numRuns: 3000 },
    )
    expect(graded).toBeGreaterThan(1500)
  })

  test('what is printed is read back to the same value', () => {
    fc.assert(
      fc.property(anyRational, q => {
        expect(told(showRational(q))).toBe(showRational(q))
      }),
    )
  })

  test.each([
    ['3', '3'],
    ['007', '7'],
    ['3.', '3'],
    ['-.5', '-1/2'],
    ['1e-3', '1/1000'],
    ['2E2', '200'],
    ['-7/4', '-7/4'],
    ['6/4', '3/2'],
    ['1/-2', '-1/2'],
    ['-2^2', '-4'],
    ['(-2)^2', '4'],
    ['2^3^2', '512'],
    ['2**-2', '1/4'],
    ['2^(1+1)', '4'],
    ['2^-1', '1/2'],
    ['4^(1/2+1/2)', '4'],
    ['0^0', '1'],
    ['8/4/2', '1'],
    ['2-3-4', '-5'],
    ['2--3', '5'],
    ['2*-3', '-6'],
    ['+3', '3'],
    ['2(3+1)', '8'],
    ['(1+1)(2)', '4'],
    ['2^2(3)', '12'],
    ['2(3)^2', '18'],
    ['1/2*(3)', '3/2'],
    ['2max(1,5)', '10'],
    ['max(1,5)', '5'],
    ['min(-1, 1/2)', '-1'],
    ['relu(-3)+relu(2)', '2'],
    ['relu(1,5)', '3/2'],
    ['max((1,5),1)', '3/2'],
    ['abs(-3/2)', '3/2'],
    ['1,5', '3/2'],
    ['0,125', '1/8'],
    ['1234,567', '1234567/1000'],
    ['-1,5/2,5', '-3/5'],
    ['１，５', '3/2'],
    ['𝟏𝟐', '12'],
    ['１／２', '1/2'],
    ['−3', '-3'],
    ['3 ÷ 4', '3/4'],
    ['3 · 4 × 2', '24'],
    ['\u200B3\uFEFF', '3'],
    [' 3\n', '3'],
  ])('%j is %s', (text, value) => {
    expect(told(text)).toBe(value)
  })

  test.each([
    ['1/0', 'This divides by zero.'],
    ['1/(2-2)', 'This divides by zero.'],
    ['0^-1', 'A negative power of zero divides by zero.'],
    ['2^(1/3)', 'This is not a rational number.'],
    ['2^(1/2)', 'This is not a rational number.'],
    ['2^65', 'Exponents go up to 64. Simplify it.'],
    ['2^-65', 'Exponents go up to 64. Simplify it.'],
    ['9^9^9', 'Exponents go up to 64. Simplify it.'],
    ['2^1e4000', 'Exponents go up to 64. Simplify it.'],
    ['1e999999', '1e999999 has more than 4,096 digits. Simplify it.'],
    ['1e-999999', '1e-999999 has more than 4,096 digits. Simplify it.'],
    ['1e4096', '1e4096 has more than 4,096 digits. Simplify it.'],
    [`1e${'9'.repeat(190)}`, `1e${'9'.repeat(19)}… has more than 4,096 digits. Simplify it.`],
    [
      '(9^64)^64*9^64*9^64*9^64*9^64',
      'This is too big to check: a number with more than 4,096 digits arises. Simplify it.',
    ],
    ['(99^64)^64', 'This is too big to check: a number with more than 4,096 digits arises. Simplify it.'],
  ])('%s has no value: %s', (text, message) => {
    expect(told(text)).toBe(message)
  })

  test('the largest things allowed are computed', () => {
    expect(told('1e4095')).toBe(`1${'0'.repeat(4095)}`)
    expect(told('2^64')).toBe(String(2n ** 64n))
    expect(told('1/2^64')).toBe(`1/${2n ** 64n}`)
  })

  test('work runs out on a text made to cost', () => {
    const costly = `${'(1/3e4000+1)*'.repeat(14)}1`
    expect(told(costly)).toMatch(/^This is too big to check/)
  })
})
