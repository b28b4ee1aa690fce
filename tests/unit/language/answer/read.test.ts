import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCell } from '@/lib/language/answer/cell'
import { answerMathml } from '@/lib/language/answer/mathml'
import { readAnswer } from '@/lib/language/answer/read'
import { lex } from '@/lib/language/lex'
import { plainSentence } from '@/lib/words/sentence'
import { takesLong } from '../../../takes-long'

takesLong()

/** The message and the place it points at; null where the text can be read. */
function refusal(text: string): [string, number] | null {
  const read = readAnswer(text)
  return read.ok ? null : [plainSentence(read.message), read.at]
}

describe('[G2] what cannot be read is told in words', () => {
  test.each([
    ['', 0, 'This cell is empty. Type 0 if you mean zero.'],
    [' \u200B ', 0, 'This cell is empty. Type 0 if you mean zero.'],
    ['1 1/2', 2, '1 1/2 can be read as 1+1/2 or as 1*1/2. Write the one that you mean.'],
    ['-1 1/2', 3, '-1 1/2 can be read as -(1+1/2) or as -1*1/2. Write the one that you mean.'],
    ['1/2x11', 3, '1/2x11 can be read as (1/2)*x11 or as 1/(2*x11). Write the one that you mean.'],
    ['1/2(3)', 3, '1/2(3) can be read as (1/2)*(3) or as 1/(2*(3)). Write the one that you mean.'],
    ['1,000', 0, '1,000 can be read as 1000 or as 1.000. Write the one that you mean.'],
    ['2+12,345', 2, '12,345 can be read as 12345 or as 12.345. Write the one that you mean.'],
    [
      '1,000,000',
      0,
      '1,000,000 has more than one point or comma. Write numbers without thousands separators.',
    ],
    ['1.000,5', 0, '1.000,5 has more than one point or comma. Write numbers without thousands separators.'],
    ['1.2.3', 0, '1.2.3 has more than one point or comma. Write numbers without thousands separators.'],
    ['1 000', 2, 'A sign is missing between 1 and 000 at character 3. Write 1000 if it is one number.'],
    ['(1)2', 3, 'A sign is missing between ) and 2 at character 4.'],
    ["1'000", 1, "' at character 2 cannot be read. Write numbers without separators."],
    ['(2, 3)', 2, 'The comma at character 3 cannot be read. A cell takes one value.'],
    ['50%', 2, '% at character 3 cannot be read. Write a fraction or a decimal instead.'],
    ['€5', 0, '€ at character 1 cannot be read. Leave the currency sign out.'],
    ['x=3', 1, '= at character 2 cannot be read. Type the value alone, without an equals sign.'],
    ['1½', 1, '1 1/2 can be read as 1+1/2 or as 1*1/2. Write the one that you mean.'],
    ['-1 ½', 3, '-1 1/2 can be read as -(1+1/2) or as -1*1/2. Write the one that you mean.'],
    [
      '1/½(3)',
      3,
      '1/(1/2)(3) can be read as (1/(1/2))*(3) or as 1/((1/2)*(3)). Write the one that you mean.',
    ],
    ['(1)½', 3, 'A sign is missing between ) and 1/2 at character 4.'],
    ['½2', 1, 'A sign is missing between 1/2 and 2 at character 2.'],
    ['²', 0, '² at character 1 cannot be read. Write a power with ^, such as ^2.'],
    ['3+²', 2, '² at character 3 cannot be read. Write a power with ^, such as ^2.'],
    ['2²^3', 1, '² at character 2 cannot be read. Write a power with ^, such as ^2.'],
    ['√2²', 2, '√2^(2) can be read as √(2)^(2) or as √(2^(2)). Write the one that you mean.'],
    ['0·5', 1, '0·5 can be read as 0.5 or as 0*5. Write the one that you mean.'],
    ['2+0⋅05', 3, '0·05 can be read as 0.05 or as 0*05. Write the one that you mean.'],
    ['0.(3)2', 5, 'A sign is missing between 0.(3) and 2 at character 6.'],
    ['2𝑒3', 1, 'e3 at character 2 is not known here. Write a power with ^, such as e^3.'],
    ['٣', 0, '٣ at character 1 cannot be read. Write the digit as 3.'],
    ['९', 0, '९ at character 1 cannot be read. Write the digit as 9.'],
    [
      '1\u200B2',
      1,
      'U+200B at character 2 cannot be read. It is invisible; delete it, or type the cell again.',
    ],
    [
      '1\u202E2',
      1,
      'U+202E at character 2 cannot be read. It is invisible; delete it, or type the cell again.',
    ],
    ['😀1', 0, '😀 at character 1 cannot be read. Use digits, + - * / ^ and brackets.'],
    ['1+😀😀', 2, '😀 at character 3 cannot be read. Use digits, + - * / ^ and brackets.'],
    ['NaN', 0, 'NaN at character 1 is not a number here. Type the exact value.'],
    ['-Infinity', 1, 'Infinity at character 2 is not a number here. Type the exact value.'],
    ['0x1F', 1, 'x1F at character 2 cannot be read after 0: only decimal digits can follow it.'],
    ['2x3', 1, 'x3 at character 2 cannot be read. For a product write *.'],
    ['1+', 2, 'Something is missing after + at the end.'],
    ['*3', 0, 'A number is missing before * at character 1.'],
    ['()', 1, 'A number is missing between ( and ) at character 2.'],
    ['2*(1+3', 2, 'The bracket ( at character 3 is not closed. Add a ).'],
    ['1+2)', 3, 'The bracket ) at character 4 closes nothing.'],
    ['max 1', 0, 'max takes its values in brackets: max(…, …).'],
    ['max(1)', 0, 'max takes two values: max(…, …).'],
    [
      'max(1,5, 2)',
      0,
      'max takes two values: max(…, …). Here a comma separates two values; write decimals with a point.',
    ],
  ])('%j', (text, at, message) => {
    expect(refusal(text)).toEqual([message, at])
  })

  test('limits on length and depth, at their edges', () => {
    expect(refusal(`${' '.repeat(199)}1`)).toBeNull()
    expect(refusal(`${' '.repeat(200)}1`)?.[0]).toMatch(/longer than the 200 characters/)
    // Characters are counted as people count them: 200 of these are 400 units.
    expect(refusal('𝟏'.repeat(200))).toBeNull()
    expect(refusal('𝟏'.repeat(201))?.[0]).toMatch(/longer than/)
    expect(refusal('1'.repeat(1_000_000))?.[0]).toMatch(/longer than/)
    expect(refusal(`${'('.repeat(32)}1${')'.repeat(32)}`)).toBeNull()
    for (const deep of ['(', '-', '+', '2^', 'abs(', '1/(', '2*(']) {
      expect(refusal(`${deep.repeat(33)}1${')'.repeat(33)}`)?.[0]).toMatch(/deeper than 32 levels/)
    }
    expect(refusal('('.repeat(200))?.[0]).toMatch(/deeper than 32 levels/)
  })
})

describe('hostile text', () => {
  const pieces = fc.constantFrom(
    ...[
      '1',
      '0',
      '9',
      '64',
      '.',
      ',',
      'e',
      'E',
      'e-',
      '1e4095',
      '1e99999',
      '+',
      '-',
      '*',
      '/',
      '^',
      '**',
      '(',
      ')',
      ' ',
      '%',
      '√',
    ],
    ...[
      'max(',
      'min(',
      'abs(',
      'relu(',
      'x',
      'a11',
      '−',
      '×',
      '𝟏',
      '٣',
      '½',
      '²',
      '\u200B',
      '\n',
      '\t',
      '\0',
      '\uD800',
      '_',
    ],
    ...['__proto__', 'constructor', 'toString', '<', '&', '"'],
  )
  const soup = fc.array(pieces, { maxLength: 60 }).map(parts => parts.join(''))

  test('reading, valuing and typesetting never throw, and a refusal points into the text', () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 300 })), text => {
        const cell = readCell(text)
        if (!cell.ok) expect(plainSentence(cell.message).length).toBeGreaterThan(5)
        const read = readAnswer(text)
        if (read.ok) expect(answerMathml(read.expr)).toMatch(/^<math>.*<\/math>$/)
        else {
          expect(read.at).toBeGreaterThanOrEqual(0)
          expect(read.at).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 3000 },
    )
  })

  test('the lexer never throws in either dialect, and its tokens lie in order', () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 300 })), text => {
        for (const dialect of ['chalk', 'answer'] as const) {
          const lexed = lex(text, dialect)
          if (!lexed.ok) continue
          expect(lexed.tokens.at(-1)?.kind).toBe('end')
          const places = lexed.tokens.map(token => token.at)
          expect(places).toEqual(places.toSorted((a, b) => a - b))
        }
      }),
      { numRuns: 2000 },
    )
  })
})
