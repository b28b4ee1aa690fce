import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { skeleton } from '@/lib/classroom/confusables'
import { nameKey, readName } from '@/lib/classroom/names'
import { drawNicknames, nicknameOf, nicknames } from '@/lib/classroom/nicknames'
import { readRoster } from '@/lib/classroom/roster'
import { limits } from '@/lib/protocol/limits'
import { readNumber } from '@/lib/protocol/student-number'
import { plainSentence } from '@/lib/words/sentence'
import { takesLong } from '../../takes-long'

takesLong()

describe('names that look alike', () => {
  /** Pairs as they stand in Unicode's confusables.txt, written by code point. */
  const pairs: [latin: string, other: string][] = [
    ['a', '\u0430'],
    ['e', '\u0435'],
    ['o', '\u03BF'],
    ['p', '\u0440'],
    ['c', '\u0441'],
    ['x', '\u0445'],
    ['y', '\u0443'],
    ['i', '\u0456'],
    ['j', '\u0458'],
    ['s', '\u0455'],
    ['d', '\u0501'],
    ['h', '\u04BB'],
    ['v', '\u03BD'],
    ['w', '\u051D'],
    ['q', '\u051B'],
    ['g', '\u0261'],
    ['n', '\u0578'],
    ['o', '\u0585'],
  ]

  test('every letter may be another script’s, with marks that show nothing strewn in: the key is the same', () => {
    const letters = fc.array(
      fc.tuple(
        fc.constantFrom(...pairs),
        fc.boolean(),
        fc.constantFrom('', '\u200B', '\u202E', '\u2066', '\u00AD', '\uFE0F'),
      ),
      { minLength: 1, maxLength: 20 },
    )
    fc.assert(
      fc.property(letters, drawn => {
        const plain = drawn.map(([[latin]]) => latin).join('')
        const dressed = drawn.map(([pair, other, mark]) => (other ? pair[1] : pair[0]) + mark).join('')
        const [a, b] = [readName(plain), readName(dressed.toUpperCase())]
        expect(a.ok && b.ok && a.key === b.key).toBe(true)
      }),
    )
  })

  test('a key is of no case, and its own key, for all texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), text => {
        expect(skeleton(skeleton(text))).toBe(skeleton(text))
      }),
    )
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z ]{1,30}$/), text => {
        expect(nameKey(text.toUpperCase())).toBe(nameKey(text))
      }),
    )
  })

  test('people who are really called differently stay apart', () => {
    const names = [
      'Eli',
      'Ell',
      'Ann',
      'Anna',
      'José',
      'Jose',
      'Łukasz',
      'Lukasz',
      '李小龍',
      'Müller',
      'Muller',
    ]
    expect(new Set(names.map(nameKey)).size).toBe(names.length)
  })

  test('a strike through a name makes no other one of it', () => {
    expect(nameKey('A\u0336d\u0336a\u0336')).toBe(nameKey('Ada'))
  })
})

describe('nicknames', () => {
  test('more than a class has students, all different, short enough, and spelled as names are', () => {
    expect(nicknames.length).toBeGreaterThan(limits.studentsPerClass)
    expect(new Set(nicknames.map(nameKey)).size).toBe(nicknames.length)
    for (const name of nicknames) expect(readName(name)).toMatchObject({ ok: true, name })
  })

  test('nobody gets one that somebody has, while there are any', () => {
    const taken = new Set<string>()
    for (let n = 0; n < nicknames.length; n += 1) {
      const [name = ''] = drawNicknames(taken, 1, () => 0)
      expect(taken.has(nameKey(name))).toBe(false)
      taken.add(nameKey(name))
    }
    expect(drawNicknames(taken, 1, () => 0)).toHaveLength(1)
  })

  test('several are different; what is no nickname is none', () => {
    expect(new Set(drawNicknames(new Set(), 5, () => 7)).size).toBe(5)
    expect(nicknameOf(' opal WREN ')).toBe('Opal Wren')
    expect(nicknameOf('Ada')).toBe(null)
  })
})

describe('student numbers', () => {
  test.each([
    ['4711', '4711'],
    [' s-12 34 ', 'S-1234'],
    ['１２３', '123'],
    ['1\u200B2', '12'],
  ])('%j is %j', (typed, number) => expect(readNumber(typed)).toBe(number))
  test.each(['', ' ', '=1+1', '@x', '-5', 'x'.repeat(25), '1;2', 'a\nb'.repeat(30)])('%j is none', typed =>
    expect(readNumber(typed)).toBe(null),
  )
})

describe('a roster', () => {
  const lines = (text: string) => readRoster(text).lines.map(({ name, number }) => [number, name])

  test.each([
    [
      'names alone',
      'Ada\nBen\n',
      [
        [null, 'Ada'],
        [null, 'Ben'],
      ],
    ],
    [
      'semicolons',
      '1;Ada\n2;Ben',
      [
        ['1', 'Ada'],
        ['2', 'Ben'],
      ],
    ],
    [
      'commas, name first, CRLF',
      'Ada,1\r\nBen,2\r\n',
      [
        ['1', 'Ada'],
        ['2', 'Ben'],
      ],
    ],
    [
      'tabs from a spreadsheet',
      '1\tAda Lovelace\n2\tBen',
      [
        ['1', 'Ada Lovelace'],
        ['2', 'Ben'],
      ],
    ],
    ['headings and a byte order mark', '\uFEFFNumber;Name\n1;Ada', [['1', 'Ada']]],
    [
      'quotes',
      '1,"Lovelace, Ada"\n2,"Ben ""B"" Bo"',
      [
        ['1', 'Lovelace, Ada'],
        ['2', 'Ben "B" Bo'],
      ],
    ],
    ['a comma in a name, where semicolons part', '1;Lovelace, Ada', [['1', 'Lovelace, Ada']]],
    ['a name in two columns', '1;Ada;Lovelace', [['1', 'Ada Lovelace']]],
    ['empty lines', '\n\nAda\n\n', [[null, 'Ada']]],
  ])('%s', (_what, text, read) => {
    expect(lines(text)).toEqual(read)
    expect(readRoster(text).faults).toEqual([])
  })

  test('each fault is told at its line, and the rest is read', () => {
    const text = '1;Ada\n2;\n=3;Cy\n1;Dee\n5;Eve;F;G\n"6";"Fay\nFaye"\n7;\u200B\n8;Gus'
    const { lines, faults } = readRoster(text)
    const errors = faults.map(({ line, fault }) => ({ line, message: plainSentence(fault) }))
    expect({ lines, errors }).toEqual({
      lines: [
        { name: 'Ada', number: '1' },
        { name: 'Fay Faye', number: '6' },
        { name: 'Gus', number: '8' },
      ],
      errors: [
        { line: 2, message: expect.stringContaining('no name') },
        { line: 3, message: expect.stringContaining('is not a student number') },
        { line: 4, message: expect.stringContaining('line 1') },
        { line: 5, message: expect.stringContaining('more than') },
        { line: 8, message: expect.stringContaining('seen') },
      ],
    })
  })

  test('it is bounded: names, length, errors', () => {
    const many = Array.from({ length: limits.studentsPerClass + 5 }, (_, n) => `${n};Name ${n}x`).join('\n')
    expect(readRoster(many).lines.length).toBeLessThanOrEqual(limits.studentsPerClass)
    expect(readRoster('x'.repeat(limits.rosterBytes + 1)).faults).toHaveLength(1)
    expect(readRoster('1;2;3;4\n'.repeat(500)).faults).toHaveLength(20)
  })

  test('whatever is pasted, it answers, and every name that it reads is one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        for (const { name } of readRoster(text).lines)
          expect(readName(name)).toMatchObject({ ok: true, name })
      }),
    )
  })
})
