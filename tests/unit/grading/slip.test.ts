import { describe, expect, test } from 'vitest'
import { AtomTable, atomField } from '@/lib/exact/atoms'
import { Budget } from '@/lib/exact/budget'
import { isSlip } from '@/lib/grading/slip'
import { readCell } from '@/lib/language/answer/cell'
import { noSymbols } from '@/lib/language/answer/vocabulary'
import { plainSentence } from '@/lib/words/sentence'

/** Whether the first text is the second with two digits swapped. */
function slipped(typed: string, right: string): boolean {
  const table = new AtomTable()
  const read = (text: string) => {
    const cell = readCell(text, { vocabulary: noSymbols, table: () => table })
    if (!cell.ok) throw new Error(plainSentence(cell.message))
    return cell.value
  }
  const [value, exact] = [read(typed), read(right)]
  return isSlip(atomField(new Budget({ work: 100_000, digits: 1000 }), table), value, exact)
}

describe('[G8] two digits swapped', () => {
  test.each([
    ['132', '123'],
    ['321', '123'],
    ['-21', '-12'],
    ['0.21', '0.12'],
    // Across the point, across the line of a fraction, and a nought that moves to the front.
    ['2.31', '1.32'],
    ['7/3', '3/7'],
    ['15', '105'],
    ['31/10', '13/10'],
  ])('%s for %s is a slip', (typed, right) => {
    expect(slipped(typed, right)).toBe(true)
  })

  test.each([
    // Written twice, left out, moved along.
    ['1122', '12'],
    ['1', '12'],
    ['231', '123'],
    ['1001', '12'],
    // Swapping digits of 10/3 can give the denominator 0.
    ['17', '10/3'],
    ['0', '10/3'],
    ['0', '0'],
  ])('%s for %s is none', (typed, right) => {
    expect(slipped(typed, right)).toBe(false)
  })

  test('is looked for in spellings of up to 24 characters', () => {
    expect(slipped(`21${'3'.repeat(22)}`, `12${'3'.repeat(22)}`)).toBe(true)
    expect(slipped(`21${'3'.repeat(23)}`, `12${'3'.repeat(23)}`)).toBe(false)
  })
})

test.each([
  ['-sqrt(2)', 'sqrt(2)', true],
  ['2*sqrt(2)', 'sqrt(2)', true],
  ['sqrt(2)/10', 'sqrt(2)', true],
  ['sqrt(3)', 'sqrt(2)', false],
  ['sqrt(21)', 'sqrt(12)', false],
  ['1', 'sqrt(2)', false],
  ['sqrt(2)', '12', false],
])(
  '[G8] of what is no fraction, a sign and a factor are seen, but no digits: %s for %s, %s',
  (typed, right, slip) => {
    expect(slipped(typed, right)).toBe(slip)
  },
)
