import { describe, expect, test } from 'vitest'
import { rational } from '@/lib/exact/rational'
import { lex, readNumber } from '@/lib/language/lex'
import { plainSentence } from '@/lib/words/sentence'

/** Tokens in short: `kind text line:column`, of names, numbers and symbols only `text line:column`. */
function tokens(text: string): string[] {
  const lexed = lex(text, 'chalk')
  if (!lexed.ok) throw new Error(plainSentence(lexed.error.message))
  return lexed.tokens.map(token => {
    const shown = token.kind === 'string' ? `string(${token.value})` : token.text || token.kind
    return `${shown} ${token.line}:${token.column}`
  })
}

function misread(text: string): string {
  const lexed = lex(text, 'chalk')
  return lexed.ok ? 'read' : `${lexed.error.line}:${lexed.error.column} ${plainSentence(lexed.error.message)}`
}

describe('the lexer of exercise files', () => {
  test('names, numbers and the longest symbols', () => {
    const texts = tokens('W1.T@x!=.5 <= 1e-3 1..3 A[1,2]').map(token => token.split(' ')[0])
    expect(texts.join(' ')).toBe('W1 . T @ x != .5 <= 1e-3 1 .. 3 A [ 1 , 2 ] end')
  })

  test('columns count characters, lines end in any way, comments and blank lines are nothing', () => {
    expect(tokens('note "😀" x\r\n\r\n# "not a string\ny = 1 # end\rz')).toEqual([
      'note 1:1',
      'string(😀) 1:6',
      'x 1:10',
      'newline 1:11',
      'y 4:1',
      '= 4:3',
      '1 4:5',
      'newline 4:12',
      'z 5:1',
      'end 5:2',
    ])
  })

  test('an open bracket carries the statement over lines', () => {
    expect(tokens('A = [[1,\n  2]]\nB')).toEqual([
      ...['A 1:1', '= 1:3', '[ 1:5', '[ 1:6', '1 1:7', ', 1:8'],
      ...['2 2:3', '] 2:4', '] 2:5', 'newline 2:6', 'B 3:1', 'end 3:2'],
    ])
  })

  test('strings keep backslashes; a quote can be escaped; three quotes go over lines', () => {
    expect(tokens('"a \\"b\\" \\frac"')[0]).toBe('string(a "b" \\frac) 1:1')
    expect(tokens('"""\nsay "hi" # no comment\n""" x')).toEqual([
      'string(\nsay "hi" # no comment\n) 1:1',
      'x 3:5',
      'end 3:6',
    ])
    expect(tokens('"""a\\"""" x')[0]).toBe('string(a") 1:1')
    expect(tokens('"" x')[0]).toBe('string() 1:1')
  })

  test('a byte-order mark at the beginning is nothing', () => {
    expect(tokens('\uFEFFx')).toEqual(['x 1:1', 'end 1:2'])
  })

  test('signs that can mean one thing only have the spelling of that', () => {
    expect(tokens('−a ÷ b ** 2 · c³ × ∂L')).toEqual([
      ...['- 1:1', 'a 1:2', '/ 1:4', 'b 1:6', '^ 1:8', '2 1:11'],
      ...['· 1:13', 'c 1:15', '^ 1:16', '3 1:16', '× 1:18', 'dL 1:20', 'end 1:22'],
    ])
  })

  test.each([
    ['x = "abc', '1:5 this string does not end on its line: expected "'],
    ['x = "abc\\"', '1:5 this string does not end on its line: expected "'],
    ['\n note """abc', '2:7 this """ is never closed: expected """ further down'],
    ['x = [1,\ny = 2', '1:5 this [ is never closed: expected ]'],
    ['x = (1\n]', '2:1 found ], expected ) for the ( at line 1, column 5'],
    ['x = 1)', '1:6 this ) closes nothing'],
    ['x = –1', '1:5 found –, which means nothing here: the minus sign is written -'],
    ['x = Wᵀ', '1:6 found ᵀ, which means nothing here: the transpose is written .T'],
    ['x = a ! b', '1:7 found !: expected != here'],
    ['x =\u200B1', '1:4 found the invisible character U+200B: delete it'],
    [
      'x = "😀" ; y',
      '1:9 found ;, which means nothing here: write one statement a line, and commas between entries',
    ],
    ['x = ?', '1:5 found ?, which means nothing here'],
  ])('%j', (text, message) => {
    expect(misread(text)).toBe(message)
  })

  test('unclosed strings full of escapes, and a line of 64 KiB, take no time to speak of', () => {
    // With the two ways of matching an escaped quote that this once had, these would not end.
    expect(misread(`"""${'\\"'.repeat(30_000)}`)).toMatch(/never closed/)
    expect(misread(`"${'\\"'.repeat(30_000)}`)).toMatch(/does not end/)
    expect(tokens('x '.repeat(32_000)).length).toBe(32_001)
  })
})

describe('number tokens', () => {
  test.each([
    ['3', rational(3)],
    ['.5', rational(1, 2)],
    ['3.', rational(3)],
    ['0.250', rational(1, 4)],
    ['1e-3', rational(1, 1000)],
    ['1.5E+2', rational(150)],
    ['00012', rational(12)],
    ['0e0', rational(0)],
  ])('%s', (text, value) => {
    expect(readNumber(text)).toEqual({ ok: true, value })
  })

  test('4,096 digits are read, 4,097 are not, in every way of writing them', () => {
    for (const text of [
      '9'.repeat(4096),
      '1e4095',
      `0.${'0'.repeat(4094)}1`,
      '1e-4095',
      `000${'9'.repeat(4096)}`,
    ]) {
      expect(readNumber(text).ok).toBe(true)
    }
    for (const text of [
      '9'.repeat(4097),
      '1e4096',
      `0.${'0'.repeat(4095)}1`,
      '1e-4096',
      `1e${'9'.repeat(400)}`,
    ]) {
      expect(readNumber(text).ok).toBe(false)
    }
  })

  test('other text is a bug of the caller', () => {
    expect(() => readNumber('')).toThrow()
    expect(() => readNumber('.')).toThrow()
    expect(() => readNumber('-1')).toThrow()
  })
})
