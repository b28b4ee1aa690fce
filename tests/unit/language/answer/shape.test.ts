import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readShape } from '@/lib/language/answer/shape'
import { plainSentence } from '@/lib/words/sentence'
import { takesLong } from '../../../takes-long'

takesLong()

describe('typed shapes', () => {
  test.each([
    ['2x3', [2, 3]],
    ['2×3', [2, 3]],
    ['2 X 3', [2, 3]],
    ['2*3', [2, 3]],
    ['(2, 3)', [2, 3]],
    ['[2,3]', [2, 3]],
    ['2, 3', [2, 3]],
    ['（２，３）', [2, 3]],
    ['2x3x4', [2, 3, 4]],
    ['3', [3]],
    ['(3,)', [3]],
    ['scalar', []],
    ['Scalar', []],
    ['()', []],
  ])('%s', (text, shape) => {
    expect(readShape(text)).toEqual({ ok: true, shape })
  })

  test.each([
    '',
    '2x',
    'x3',
    '2y3',
    '(2, 3',
    '2x3)',
    '2 3',
    '1.5x2',
    '-2x3',
    '2x0',
    '1e3',
    '9999999x2',
    '2x3'.repeat(200),
  ])('refused: %j', text => {
    const read = readShape(text)
    expect(read.ok).toBe(false)
    if (!read.ok) expect(plainSentence(read.message)).toMatch(/\.$/)
  })

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), text => {
        expect(typeof readShape(text).ok).toBe('boolean')
      }),
    )
  })
})
