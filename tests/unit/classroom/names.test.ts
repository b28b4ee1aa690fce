import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markedName, nameKey, readName, readTitle } from '@/lib/classroom/names'
import { plainSentence } from '@/lib/words/sentence'
import { takesLong } from '../../takes-long'

takesLong()

function nameOf(typed: string): string {
  const read = readName(typed)
  if (!read.ok) throw new Error(plainSentence(read.message))
  return read.name
}

function refusalOf(typed: string): string {
  const read = readName(typed)
  return read.ok ? '' : plainSentence(read.message)
}

describe('a name as typed', () => {
  test.each([
    ['Ada', 'Ada'],
    ['  Ada   Lovelace\t', 'Ada Lovelace'],
    ['Ａｄａ', 'Ada'],
    ['A\u200Bd\u200Da', 'Ada'],
    ['\u202EadA', 'adA'],
    ['A\u0000d\u0007a', 'Ada'],
    ['José', 'José'],
    ['Jose\u0301', 'José'],
    ['李小龍', '李小龍'],
    ['محمد', 'محمد'],
    ['नीरज', 'नीरज'],
    ['O’Brien-Smith Jr.', 'O’Brien-Smith Jr.'],
    ['🦊', '🦊'],
    ['A\u{E0101}da\uFE0F', 'Ada'],
  ])('%j is %j', (typed, name) => expect(nameOf(typed)).toBe(name))

  test.each([
    '',
    '   ',
    '\u200B\u200C\u200D',
    '\u2800\u3164',
    '\u202E\u2066',
    '\u0301\u0301',
    '\u{E0041}\u{E0042}',
  ])('%j cannot be seen and is refused', typed => expect(refusalOf(typed)).toContain('seen'))

  test('41 characters are refused, 40 taken, and 10,000 are refused without folding them', () => {
    expect(readName('ä'.repeat(40)).ok).toBe(true)
    expect(readName('🦊'.repeat(40)).ok).toBe(true)
    expect(refusalOf('x'.repeat(41))).toContain('40')
    expect(readName('x'.repeat(10_000)).ok).toBe(false)
  })

  test('stacked marks are cut to three on a letter', () => {
    expect(nameOf(`Z${'\u0324'.repeat(30)}algo`)).toBe(`Z${'\u0324'.repeat(3)}algo`)
  })

  test('reading is idempotent, short and never throws, for all texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), typed => {
        const read = readName(typed)
        if (read.ok) {
          expect([...read.name].length).toBeLessThanOrEqual(40)
          expect(readName(read.name)).toEqual(read)
        } else {
          expect(plainSentence(read.message).length).toBeGreaterThan(10)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

test('names that read the same have the same key', () => {
  for (const [a, b] of [
    ['Ada', 'ADA'],
    ['Ada', 'Аdа'],
    ['Maxo', 'Махо'],
    ['Strasse', 'strasse'],
  ] as const) {
    expect(nameKey(a), `${a} ${b}`).toBe(nameKey(b))
  }
  expect(nameKey('Ada')).not.toBe(nameKey('Ida'))
})

test('a mark that somebody types is no mark: two names on a board never read the same', () => {
  for (const typed of ['Ada (2)', 'Ada(2)', 'Ada \u2475', 'Ada (2) (3)', 'Ada （２）', 'Ada (٢)'])
    expect(nameOf(typed), typed).toBe('Ada')
  expect(nameOf('Ada (Lovelace)')).toBe('Ada (Lovelace)')
  expect(nameOf('(2)')).toBe('(2)')
})

test('doubles are marked from the second on', () => {
  expect([1, 2, 3].map(mark => markedName('Ada', mark))).toEqual(['Ada', 'Ada (2)', 'Ada (3)'])
})

test('a title has its own limit', () => {
  expect(readTitle(' ML  101 ')).toEqual({ ok: true, title: 'ML 101' })
  expect(readTitle('\u200B').ok).toBe(false)
  expect(readTitle('x'.repeat(81)).ok).toBe(false)
})
