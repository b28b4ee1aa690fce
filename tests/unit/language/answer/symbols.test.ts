import { describe, expect, test } from 'vitest'
import { AtomTable, spellScalar } from '@/lib/exact/atoms'
import { readCell } from '@/lib/language/answer/cell'
import { readAnswer } from '@/lib/language/answer/read'
import { isAnswerWord, symbolNames, vocabularyOf } from '@/lib/language/answer/vocabulary'
import { plainSentence } from '@/lib/words/sentence'

const vocabulary = vocabularyOf([
  { name: 'A', shape: [2, 3] },
  { name: 'b', shape: [3] },
  { name: 's', shape: [] },
  { name: 'y', shape: [] },
  { name: 'W1', shape: [2, 2] },
  { name: 'c', shape: [12, 2] },
  { name: 'E', shape: [2] },
])

function told(text: string, words = vocabulary): string {
  const read = readCell(text, { vocabulary: words, table: () => new AtomTable() })
  return read.ok ? spellScalar(read.value) : plainSentence(read.message)
}

describe('the names of symbols', () => {
  test.each([
    ['A', [2, 3], 'a11 a12 a13 a21 a22 a23'],
    ['b', [3], 'b1 b2 b3'],
    ['s', [], 's'],
    ['W1', [2, 2], 'w1_11 w1_12 w1_21 w1_22'],
    ['x2', [2], 'x2_1 x2_2'],
    ['x2', [], 'x2'],
    ['h_prev', [2], 'h_prev1 h_prev2'],
    ['T', [1, 2, 2], 't111 t112 t121 t122'],
  ])('%s : %j', (name, shape, names) => expect(symbolNames(name, shape)).toEqual(names.split(' ')))

  test('indices past 9 are parted', () => {
    const names = symbolNames('A', [10, 11])
    expect(names).toHaveLength(110)
    expect([names[0], names[9], names[10], names[99], names[100]]).toEqual([
      ...['a11', 'a_1_10', 'a_1_11', 'a_10_1', 'a_10_2'],
    ])
    expect(new Set(names).size).toBe(110)
    expect(symbolNames('b', [10]).at(-1)).toBe('b_10')
  })

  test('every one of them is read as itself, and by its indices', () => {
    for (const { name, shape } of vocabulary.nodes) {
      const names = symbolNames(name, shape)
      for (const symbol of names) {
        expect(told(symbol)).toBe(symbol)
        expect(told(symbol.toUpperCase())).toBe(symbol)
      }
      if (shape.length !== 2) continue
      const indexed = names.map((_, at) => {
        const columns = shape[1] ?? 1
        return told(`${name}[${Math.floor(at / columns) + 1}, ${(at % columns) + 1}]`)
      })
      expect(indexed).toEqual(names)
    }
  })

  test('words of the answer language are none', () => {
    expect(['e', 'E', 'ln', 'Sqrt', 'σ'].map(isAnswerWord)).toEqual([true, true, true, true, true])
    expect(['e1', 'x', 'Σ', 'lnx'].map(isAnswerWord)).toEqual([false, false, false, false])
  })
})

describe('symbols in a cell', () => {
  test.each([
    ['A11', 'a11'],
    ['a_1_1', 'a11'],
    ['a_11', 'a11'],
    ['W112', 'w1_12'],
    ['c_1_2', 'c12'],
    ['a11b1', 'a11*b1'],
    ['2A11B1', '2*a11*b1'],
    ['2a11y', '2*a11*y'],
    ['a11b1s', 'a11*b1*s'],
    ['ys', 'y*s'],
    ['ye', 'y*e'],
    ['ye^2', 'y*e^2'],
    ['yexp(2)', 'y*e^2'],
    ['e1', 'e1'],
    ['ymax(1,2)', '2*y'],
    ['yln2', 'y*ln(2)'],
    ['y√2', 'y*sqrt(2)'],
    ['2yA[1,2]s', '2*y*a12*s'],
    ['A [1, 2]', 'a12'],
    ['a11^2b1', 'a11^2*b1'],
    ['2e-1y', 'y/5'],
    ['2^2y', '4*y'],
    ['e^(2)y', 'e^2*y'],
  ])('%s is %s', (text, value) => {
    const field = told(text)
    expect(told(value)).toBe(field)
    expect(field).not.toMatch(/character/)
  })

  test.each([
    ['1/2a11', '1/2a11 can be read as (1/2)*a11 or as 1/(2*a11). Write the one that you mean.'],
    ['1/2a11b1', '1/2a11 can be read as (1/2)*a11 or as 1/(2*a11). Write the one that you mean.'],
    ['ln 2a11', 'ln 2a11 can be read as ln(2)*a11 or as ln(2*a11). Write the one that you mean.'],
    ['ln2(3)', 'ln 2(3) can be read as ln(2)*(3) or as ln(2*(3)). Write the one that you mean.'],
    ['√2a11', '√2a11 can be read as √(2)*a11 or as √(2*a11). Write the one that you mean.'],
    ['√2√3', '√2√3 can be read as √(2)*√3 or as √(2*√3). Write the one that you mean.'],
    ['√a11b1', '√a11 b1 can be read as √(a11)*b1 or as √(a11*b1). Write the one that you mean.'],
    ['ln 2^3', 'ln 2^3 can be read as ln(2)^3 or as ln(2^3). Write the one that you mean.'],
    ['√y^-2', '√y^-2 can be read as √(y)^-2 or as √(y^-2). Write the one that you mean.'],
    ['e^2y', 'e^2y can be read as e^(2)*y or as e^(2*y). Write the one that you mean.'],
    ['e^-sy', 'e^-s y can be read as e^(-s)*y or as e^(-s*y). Write the one that you mean.'],
    ['2e1', '2e1 can be read as 2*10^1 or as 2*e1. Write the one that you mean.'],
    [
      'log2 8',
      'log2 at character 1 takes its value in brackets: log2(…). Without them it is the natural log of 2.',
    ],
    ['a11log10 y', /^log10 at character 4 takes its value in brackets/],
    ['A', 'A at character 1 is all of A, whose shape is 2x3. A cell takes entries, such as a11.'],
    ['a31', 'a31 at character 1 is not an entry: A has shape 2x3, and its entries are counted from 1.'],
    [
      '1+A[0,1]',
      'A[0,1] at character 3 is not an entry: A has shape 2x3, and its entries are counted from 1.',
    ],
    ['A[1]', 'A[1] at character 1 is not an entry: A has shape 2x3, and its entries are counted from 1.'],
    ['A[1,', 'The entry of A at character 1 cannot be read. Write it as A[1,1].'],
    ['A[1.5,1]', 'The entry of A at character 1 cannot be read. Write it as A[1,1].'],
    ['s[1]', 's at character 1 is a scalar. Write it as s.'],
    ['y2', 'y2 at character 1 is not known here: y is a scalar. For a product write *, for a power ^.'],
    ['e2e3', /^e2e3 at character 1 is not known here/],
    ['max y', 'max takes its values in brackets: max(…, …).'],
    ['√-2', '√ takes its value in brackets: √(…).'],
    [
      'tan(1)',
      /^tan at character 1 is not known here\. A cell takes numbers.*entries of A, b, s, y, W1 and c\.$/,
    ],
    ['[1]', '[ at character 1 cannot be read. Write brackets as ( ).'],
    ['(1]', '] at character 3 cannot be read. Write brackets as ( ).'],
    ['Σ(1)', /^Σ at character 1 is not known here/],
  ])('%s is refused: %s', (text, message) => {
    if (typeof message === 'string') expect(told(text)).toBe(message)
    else expect(told(text)).toMatch(message)
  })

  test('a run that splits in two ways is refused with both, and a name of its own is none', () => {
    const words = vocabularyOf(['a', 'ab', 'bc', 'c'].map(name => ({ name, shape: [] })))
    expect(told('ab', words)).toBe('ab')
    expect(told('abc', words)).toBe(
      'abc at character 1 can be read as a*bc or as ab*c. Write the one that you mean.',
    )
    expect(told('aab', words)).toBe(told('a*ab', words))
  })

  test('without symbols there is none', () => {
    expect(readAnswer('a11')).toMatchObject({ ok: false, at: 0 })
    expect(readAnswer('2x11')).toMatchObject({ ok: false, at: 1 })
  })

  test('a place points into the run', () => {
    const read = readAnswer('1+a11b1', vocabulary)
    expect(read).toMatchObject({
      ok: true,
      beyond: true,
      expr: { right: { left: { name: 'a11', at: 2 }, right: { name: 'b1', at: 5 } } },
    })
  })
})
