import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entryOf } from '@/lib/language/answer/pasted/entry'
import { readPasted } from '@/lib/language/answer/pasted/read'
import { takesLong } from '../../../../takes-long'
import { printers } from './printers'
import { samples, unread } from './samples'

takesLong()

const decimal = fc
  .tuple(fc.constantFrom('', '-'), fc.nat(999), fc.stringMatching(/^\d{1,4}$/))
  .map(([sign, whole, places]) => `${sign}${whole}.${places}`)
const whole = fc.integer({ min: -99, max: 99 }).map(String)
const fraction = fc
  .tuple(fc.integer({ min: -9, max: 99 }), fc.integer({ min: 2, max: 12 }))
  .map(([a, b]) => `${a}/${b}`)

function matrixOf(entry: fc.Arbitrary<string>): fc.Arbitrary<string[][]> {
  return fc.tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 })).chain(([height, width]) =>
    fc.array(fc.array(entry, { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  )
}

describe('a matrix that is printed is read back the same', () => {
  test.each(printers.map(printer => [printer.name, printer] as const))(
    '%s',
    (_, { fractions, print, back }) => {
      const entry = fractions
        ? fc.oneof(whole, decimalOrWhole(fractions), fraction)
        : fc.oneof(decimal, whole)
      fc.assert(
        fc.property(matrixOf(entry), rows => {
          const expected = back ? rows.map(row => row.map(cell => back(cell))) : rows
          expect(readPasted(print(rows))).toEqual({ ok: true, rows: expected })
        }),
        { numRuns: 150 },
      )
    },
  )
})

/** Fractions of decimals are printed by nobody. */
function decimalOrWhole(fractions: boolean): fc.Arbitrary<string> {
  return fractions ? whole : decimal
}

describe('any text has an answer', () => {
  /** Pieces of all samples: their marks in orders that no program prints. */
  const pieces = [
    ...new Set(
      [...samples, ...unread.map(([from, text]) => ({ from, text }))].flatMap(
        ({ text }) => text.match(/[A-Za-z]+|\d+|\s+|./gsu) ?? [],
      ),
    ),
  ]
  const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map(parts => parts.join(''))
  /** A sample with a piece cut out, doubled or put elsewhere. */
  const broken = fc
    .tuple(fc.constantFrom(...samples), fc.nat(), fc.nat(), fc.nat())
    .map(([{ text }, from, length, to]) => {
      const start = from % (text.length + 1)
      const end = start + (length % 9)
      const at = to % (text.length + 1)
      const rest = text.slice(0, start) + text.slice(end)
      return (
        rest.slice(0, at) +
        text.slice(start, end) +
        (length % 2 === 0 ? text.slice(start, end) : '') +
        rest.slice(at)
      )
    })

  test('nothing throws, and rows hold texts of which at least one says something', () => {
    fc.assert(
      fc.property(fc.oneof(soup, broken, fc.string({ unit: 'binary', maxLength: 40 })), text => {
        const read = readPasted(text)
        if (!read.ok || read.rows === null) return
        expect(read.rows.flat().every(cell => typeof cell === 'string')).toBe(true)
        expect(read.rows.flat().some(cell => cell !== '')).toBe(true)
      }),
      { numRuns: 6000 },
    )
  })

  test('no digit is made up: all digits of the rows stand in the text, in its order or turned', () => {
    const digits = (text: string): string =>
      [...text.normalize('NFKC')]
        .filter(mark => /\d/.test(mark))
        .sort()
        .join('')
    fc.assert(
      fc.property(fc.oneof(soup, broken), text => {
        const read = readPasted(text)
        // A scale stands once, and is said in every entry; the dot of Julia is a zero.
        if (!read.ok || read.rows === null || /\d[eE][-+]?\d|⋅/.test(text)) return
        let left = digits(text)
        for (const digit of digits(read.rows.flat().join(''))) {
          expect(left).toContain(digit)
          left = left.replace(digit, '')
        }
      }),
      { numRuns: 4000 },
    )
  })

  test('an entry in the words of a cell stays as it is', () => {
    fc.assert(
      fc.property(fc.oneof(soup, broken), text => {
        const once = entryOf(text)
        if (once !== null && !/["'\\{}]/.test(once)) expect(entryOf(once)).toBe(once)
      }),
      { numRuns: 2000 },
    )
  })
})
