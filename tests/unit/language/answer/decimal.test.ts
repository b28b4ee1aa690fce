import { expect, test } from 'vitest'
import { readCell } from '@/lib/language/answer/cell'

test.each([
  ['7', 0, false],
  ['0.33', 2, true],
  ['-0.30', 2, true],
  ['−0,5', 1, true],
  ['.125', 3, true],
  ['3.', 0, true],
  ['1.5e-3', 4, true],
  ['1e3', -3, true],
  ['+0.25', 2, true],
  ['(0.25)', 2, true],
  ['1/3', null, false],
  ['0.5/3', null, true],
  ['0.1+0.2', null, true],
  ['max(0.5, 1)', null, true],
  ['--0.5', null, true],
])('%s is typed with %s places', (text, places, usesDecimal) => {
  expect(readCell(text)).toMatchObject({ ok: true, places, usesDecimal })
})
