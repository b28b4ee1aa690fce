import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AtomTable, atomField, type Scalar, spellScalar } from '@/lib/exact/atoms'
import { Budget, withinBudget } from '@/lib/exact/budget'
import { showRational } from '@/lib/exact/rational'
import { readCell } from '@/lib/language/answer/cell'
import { plainValue } from '@/lib/language/answer/evaluate'
import { readAnswer } from '@/lib/language/answer/read'
import { scalarValue } from '@/lib/language/answer/scalar'
import { vocabularyOf } from '@/lib/language/answer/vocabulary'
import { plainSentence } from '@/lib/words/sentence'
import { takesLong } from '../../../takes-long'
import { anyTree, spell as spellPlain } from './random-answers'
import { build, numberTree, spell, symbolTree } from './random-scalars'

takesLong()

const vocabulary = vocabularyOf([
  { name: 'A', shape: [2, 12] },
  { name: 'x', shape: [] },
])

function told(text: string): string {
  const read = readCell(text, { vocabulary, table: () => new AtomTable() })
  return read.ok ? spellScalar(read.value) : plainSentence(read.message)
}

describe('values beyond the rationals', () => {
  test.each([
    ['e', 'e'],
    ['E', 'e'],
    ['2e', '2*e'],
    ['2e^3', '2*e^3'],
    ['e^2/e', 'e'],
    ['e**2', 'e^2'],
    ['e^-1', '1/e'],
    ['exp(2)', 'e^2'],
    ['Exp(0)', '1'],
    ['exp 2', 'e^2'],
    ['exp(1,5)', 'exp(3/2)'],
    ['e^(1/2)*e^0.5', 'e'],
    ['e^65', 'e^65'],
    ['ln(e^3)', '3'],
    ['log(2)', 'ln(2)'],
    ['ln 2', 'ln(2)'],
    ['ln2', 'ln(2)'],
    ['log2', 'ln(2)'],
    ['ln e', '1'],
    ['loge', '1'],
    ['ln 2/3', 'ln(2)/3'],
    ['ln(2)^2', 'ln(2)^2'],
    ['ln ln 3', 'ln(ln(3))'],
    ['exp(ln 2)', '2'],
    ['e^ln(5)', '5'],
    ['√2', 'sqrt(2)'],
    ['√9', '3'],
    ['√(1/4)', '1/2'],
    ['√√16', '2'],
    ['√2/2', 'sqrt(2)/2'],
    ['2√3', '2*sqrt(3)'],
    ['sqrt 2', 'sqrt(2)'],
    ['sqrt(2)sqrt(8)', '4'],
    ['√ln 2', 'sqrt(ln(2))'],
    ['4^(1/2)', '2'],
    ['2^0.5', 'sqrt(2)'],
    ['2^(-3/2)', 'sqrt(2)/4'],
    ['sigmoid(0)', '1/2'],
    ['σ(ln 3)', '3/4'],
    ['tanh(ln 2)', '3/5'],
    ['tanh(0)', '0'],
    ['max(e, 2.7)', 'e'],
    ['min(e, 2.7)', '27/10'],
    ['max(√2, 2^(1/2))', 'sqrt(2)'],
    ['abs(e-3)', '3-e'],
    ['relu(e-3)', '0'],
    ['relu(3-e)', '3-e'],
    ['x-x', '0'],
    ['max(x, x)', 'x'],
    ['relu(exp(x))', 'exp(x)'],
    ['√(4)exp(x)', '2*exp(x)'],
    ['ln(exp(x))', 'x'],
  ])('%s is %s', (text, value) => expect(told(text)).toBe(value))

  test.each([
    ['ln 0', 'ln of 0 is not a number.'],
    ['ln(1-e)', 'ln of a negative number is not a number.'],
    ['√(0-1)', '√ of a negative number is not a real number.'],
    ['(1-e)^(1/2)', '√ of a negative number is not a real number.'],
    ['1/(e-e)', 'This divides by zero.'],
    ['1/(ln 4 - 2*ln 2)', 'This divides by zero.'],
    ['(e-e)^-1', 'A negative power of zero divides by zero.'],
    ['0^(-1/2)', 'A negative power of zero divides by zero.'],
    ['2^x', 'An exponent here must be a number, without letters.'],
    ['(0-2)^(1/3)', 'A negative number has such a power only where the exponent is an integer.'],
    ['x^e', 'The sign of what is raised to a power here cannot be decided.'],
    ['x^65', 'Exponents go up to 64. Simplify it.'],
    ['2^(129/2)', 'Exponents go up to 64. Simplify it.'],
    ['relu(x)', 'The sign of the value in relu( ) cannot be decided.'],
    ['ln(x)', 'The sign of the value in ln( ) cannot be decided.'],
    ['√x', 'The sign of the value in √( ) cannot be decided.'],
    ['max(x, 1)', 'It cannot be decided which of the values in max( ) is the larger.'],
  ])('%s has no value: %s', (text, message) => expect(told(text)).toBe(message))

  test('every spelling of every expression has the value that the field gives it', () => {
    let compared = 0
    fc.assert(
      fc.property(fc.oneof(numberTree, symbolTree), tree => {
        const text = spell(tree)
        fc.pre([...text].length <= 200)
        const budget = new Budget({ work: 1e6, digits: 4096 })
        const table = new AtomTable()
        const field = atomField(budget, table)
        const expected = withinBudget(() => build(field, tree))
        const read = readAnswer(text, vocabulary)
        if (!read.ok) throw new Error(`${text}: ${plainSentence(read.message)}`)
        const value = scalarValue(read.expr, table)
        if (!value.ok || !expected.ok) {
          expect(value.ok ? '' : plainSentence(value.message)).toMatch(/too big/)
          return
        }
        const same = withinBudget(() => field.equals(value.value, expected.value))
        fc.pre(same.ok)
        expect([text, same.ok && same.value]).toEqual([text, true])
        compared += 1
      }),
      { numRuns: 1000 },
    )
    expect(compared).toBeGreaterThan(500)
  })

  test('what is spelled is read back to the same value, in another table too', () => {
    let compared = 0
    fc.assert(
      fc.property(fc.oneof(numberTree, symbolTree), tree => {
        const budget = new Budget({ work: 1e6, digits: 4096 })
        const table = new AtomTable()
        const field = atomField(budget, table)
        const value = withinBudget(() => build(field, tree))
        fc.pre(value.ok)
        if (!value.ok) return
        const text = spellScalar(value.value)
        // Digits of a long number are for reading only.
        fc.pre(text.length <= 200 && !text.includes('~'))
        const again = readCell(text, { vocabulary, table: () => table })
        fc.pre(again.ok || !/levels|too big|up to 64/.test(plainSentence(again.message)))
        if (!again.ok) throw new Error(`${text}: ${plainSentence(again.message)}`)
        const same = withinBudget(() => field.equals(again.value, value.value))
        fc.pre(same.ok)
        expect([text, same.ok && same.value]).toEqual([text, true])
        const other = new AtomTable()
        const apart = readCell(text, { vocabulary, table: () => other })
        const there = atomField(budget, other)
        const alike = withinBudget(() => apart.ok && there.equals(apart.value, build(there, tree)))
        fc.pre(alike.ok)
        expect([text, alike.ok && alike.value]).toEqual([text, true])
        compared += 1
      }),
      { numRuns: 1000 },
    )
    expect(compared).toBeGreaterThan(400)
  })

  test('what stays within the rationals has the same value in the field as without it', () => {
    fc.assert(
      fc.property(anyTree, tree => {
        const text = spellPlain(tree)
        fc.pre([...text].length <= 200)
        const read = readAnswer(text)
        if (!read.ok) throw new Error(`${text}: ${plainSentence(read.message)}`)
        const [plain, scalar] = [plainValue(read.expr), scalarValue(read.expr, new AtomTable())]
        expect(read.beyond).toBe(false)
        expect(scalar).toEqual(plain.ok ? plain : { ok: false, message: plain.message })
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the field is made only where it is needed', () => {
  const asked = (text: string): number => {
    let times = 0
    const table = (): AtomTable => {
      times += 1
      return new AtomTable()
    }
    readCell(text, { vocabulary, table })
    return times
  }

  test.each(['3/4', ' 3/4', '2(3+1)', 'max(1,2)^2', '1/0', '9^9^9', '4^(1/2+1/2)', '2x2', '', '(e'])(
    'not for %j',
    text => expect(asked(text)).toBe(0),
  )
  test.each(['e', 'x', 'A[1,1]', '√4', '4^(1/2)', '2^(1/3)', 'ln 1'])('once for %j', text =>
    expect(asked(text)).toBe(1),
  )

  test('plainValue tells what leaves the rationals from what has no value', () => {
    const beyond = (text: string): boolean | null => {
      const read = readAnswer(text, vocabulary)
      const value = read.ok ? plainValue(read.expr) : null
      return value === null || value.ok ? null : value.beyond
    }
    expect(['e', 'x', '√4', '4^(1/2)', '1+ln 1'].map(beyond)).toEqual([true, true, true, true, true])
    expect(['1/0', '2^(1/3)', '2^65', '2'].map(beyond)).toEqual([false, true, false, null])
  })

  test('a value beyond them that comes out rational is rational', () => {
    const read = readCell('σ(ln 3)')
    expect(read.ok && showRational(read.value as never)).toBe('3/4')
  })
})

describe('hostile text is answered at once', () => {
  const symbols = Array.from({ length: 2 }, (_, row) =>
    Array.from({ length: 9 }, (_, at) => `a${row + 1}${at + 1}`),
  )
  test.each([
    ['9^9^9', /Exponents go up to 64/],
    ['('.repeat(200), /deeper than 32 levels/],
    ['1e999999', /more than 4,096 digits/],
    ['√'.repeat(200), /deeper than 32 levels/],
    [`${'√'.repeat(31)}2`, /^sqrt\(/],
    ['ln '.repeat(60), /deeper than 32 levels/],
    ['exp(exp(exp(exp(9))))', /^exp\(exp\(exp\(e\^9\)\)\)$/],
    ['((e^64)^64)^64', /^e\^262144$/],
    ['e^(9^64)', /^e\^/],
    ['relu(exp(exp(exp(9)))-exp(exp(exp(8))))', /^This is too big to check: .*Simplify it\.$/],
    ['relu(exp(99999)-exp(99998))', /too big|e\^/],
    [`(${symbols.flat().join('+')})^64`, /^This is too big to check: .*Simplify it\.$/],
    ['(1+e+√2+√3+ln 2+ln 3)^64', /^~9\.756\d{26}e59$/],
    [`√${'9'.repeat(150)}7`, /^This is too big to check: .*Simplify it\.$/],
    [`ln(${'9'.repeat(150)}7)`, /^This is too big to check: .*Simplify it\.$/],
    [Array.from({ length: 4000 }, () => 'a11').join('*'), /longer than the 200 characters/],
    ['x'.repeat(200), /^This is too big to check|^x\^200$/],
    ['e'.repeat(200), /^e\^200$/],
  ])('%.40s', (text, answer) => expect(told(text)).toMatch(answer))

  test('a word that splits in very many ways', () => {
    const many = vocabularyOf(
      Array.from({ length: 12 }, (_, at) => ({ name: 'x'.repeat(at + 1), shape: [] })),
    )
    const read = readAnswer('x'.repeat(200), many)
    expect(read.ok ? '' : plainSentence(read.message)).toMatch(/can be read in more than one way/)
  })

  test('no text at all makes it throw', () => {
    const pieces = fc.constantFrom(
      ...['1', '2.5', '1e9', '9', ',', '+', '-', '*', '/', '^', '(', ')', '[', ']', '[1,1]', ' ', '1/2'],
      ...[
        'e',
        'exp',
        'ln',
        'ln ',
        '√',
        'σ(',
        'sqrt(',
        'tanh(',
        'log2(',
        'max(',
        'relu(',
        'x',
        'a11',
        'A',
        'A_1_2',
      ],
      ...['W1', 'İ', 'ß', 'Σ', 'ς', '\u0301', 'ﬁ', '𝟏', '√√', '²', '\u200B', '__proto__', 'constructor'],
    )
    const soup = fc.array(pieces, { maxLength: 12 }).map(parts => parts.join(''))
    const values: Scalar[] = []
    fc.assert(
      fc.property(fc.oneof(soup, soup, fc.string({ unit: 'binary', maxLength: 300 })), text => {
        const cell = readCell(text, { vocabulary, table: () => new AtomTable() })
        if (cell.ok) values.push(cell.value)
        else expect(plainSentence(cell.message).length).toBeGreaterThan(5)
        const read = readAnswer(text, vocabulary)
        if (read.ok) return
        expect(read.at).toBeGreaterThanOrEqual(0)
        expect(read.at).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 2000 },
    )
    expect(values.length).toBeGreaterThan(20)
  })
})
