import fc from 'fast-check'
import { expect, test } from 'vitest'
import { showRational } from '@/lib/exact/rational'
import { readCell } from '@/lib/language/answer/cell'
import { readPlain } from '@/lib/language/answer/plain'
import { anyTree, spell } from './random-answers'

/** What the full reader says; the quick reader leaves texts with a no-break space to it. */
const full = (text: string) => readCell(`\u00A0${text}`)

/** Random marks: most of such texts mean nothing, and the quick reader must not give them a meaning. */
const marks = fc.constantFrom(...'0127.+-−*/()  ,e^')
const anyText = fc.oneof(
  { arbitrary: anyTree.map(tree => spell(tree)), weight: 2 },
  { arbitrary: fc.array(marks, { maxLength: 9 }).map(all => all.join('')), weight: 3 },
  {
    arbitrary: fc
      .tuple(
        fc.stringMatching(/^[-−+]?\d{0,9}$/),
        fc.constantFrom('', '.', '/', ','),
        fc.stringMatching(/^\d{0,9}$/),
      )
      .map(parts => parts.join('')),
    weight: 1,
  },
)

test('what the quick reader reads, the full one reads to the same value and the same spelling', () => {
  let read = 0
  fc.assert(
    fc.property(anyText, text => {
      const quick = readPlain(text)
      if (quick === null) return
      read += 1
      expect(full(text)).toEqual({ ok: true, ...quick })
    }),
    { numRuns: 8000 },
  )
  expect(read).toBeGreaterThan(1000)
})

test.each([
  ['-7', '-7'],
  ['−21/12', '-7/4'],
  ['2*(1 - 3/8)', '5/4'],
  ['1/2 - -3/4', '5/4'],
  ['3/-4*8', '-6'],
  ['.5', '1/2'],
  ['+3.', '3'],
  ['9007199254740991', '9007199254740991'],
  ['0.000000000000001', '1/1000000000000000'],
])('%s is plain: %s', (text, value) => {
  expect(showRational(readPlain(text)!.value)).toBe(value)
})

test.each([
  ['no number', ''],
  ['no number', '.'],
  ['two numbers', '1 2'],
  ['two numbers', '1.2.3'],
  ['no sign of a product', '2(3)'],
  ['an open bracket', '(1'],
  ['a bracket that closes nothing', '1)'],
  ['a decimal comma', '1,5'],
  ['a power of ten', '1e3'],
  ['a division by zero', '1/0'],
  ['a division by zero', '1/(2 - 2)'],
  ['more than a float holds', '9007199254740993'],
  ['more than a float holds', '3000000019*3000000019'],
  ['more than a float holds', '1/3000000019 + 1/3000000037'],
  ['more places than a float holds', '0.0000000000000001'],
  ['too many levels', `${'-'.repeat(9)}1`],
  ['too many levels', `${'('.repeat(9)}1${')'.repeat(9)}`],
  ['too long a text', `${'1+'.repeat(32)}1`],
])('%s is left to the full reader: %s', (_why, text) => {
  expect(readPlain(text)).toBeNull()
})

test('levels one after the other do not add up', () => {
  const text = Array.from({ length: 9 }, () => '-(1)').join('+')
  expect(showRational(readPlain(text)!.value)).toBe('-9')
})
