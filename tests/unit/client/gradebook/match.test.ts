import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CanvasRow } from '@/lib/client/gradebook/canvas'
import { matchRows, nameWords } from '@/lib/client/gradebook/match'

const row = (place: number, name: string, ...ids: string[]): CanvasRow => ({
  place,
  name,
  ids,
  section: 'One',
})
const student = (id: string, name: string, number: string | null = null) => ({ id, name, number })

describe('who is which row', () => {
  test('by the number first: the registry’s, the login, or what stands before its sign', () => {
    const { matched, unsure, left } = matchRows(
      [student('a', 'Somebody', 'S1'), student('b', 'Ben', 'S2'), student('c', 'Cleo', 'S3')],
      [row(1, 'Lovelace, Ada', 's 1'), row(2, 'Benson, B', 'x', 's2'), row(3, 'Zed, Z', 's3@uni.edu')],
    )
    expect(matched).toEqual([
      { student: 'a', place: 1, by: 'number' },
      { student: 'b', place: 2, by: 'number' },
      { student: 'c', place: 3, by: 'number' },
    ])
    expect([unsure, left]).toEqual([[], []])
  })

  test('else by the name, in any order, without case, accents and the mark of doubles', () => {
    const { matched } = matchRows(
      [student('a', 'Zoë de la Cruz'), student('b', 'ada LOVELACE (2)')],
      [row(1, 'Lovelace, Ada', 'S1'), row(2, 'de la Cruz, Zoe')],
    )
    expect(matched).toEqual([
      { student: 'a', place: 2, by: 'name' },
      { student: 'b', place: 1, by: 'name' },
    ])
  })

  test('two with one name, or two rows, are left to the teacher', () => {
    const rows = [row(1, 'Lovelace, Ada', 'S1'), row(2, 'Lovelace, Ada', 'S2'), row(3, 'Gauss, Carl', 'S3')]
    expect(matchRows([student('a', 'Ada Lovelace')], rows)).toEqual({
      matched: [],
      unsure: [{ student: 'a', places: [1, 2] }],
      left: [3],
    })
    expect(matchRows([student('a', 'Carl Gauss'), student('b', 'Carl Gauss (2)')], rows)).toEqual({
      matched: [],
      unsure: [
        { student: 'a', places: [3] },
        { student: 'b', places: [3] },
      ],
      left: [1, 2],
    })
    // A number settles one of them, and with it the other.
    const two = [student('a', 'Ada Lovelace', 'S2'), student('b', 'Ada Lovelace (2)')]
    expect(matchRows(two, rows).matched).toEqual([
      { student: 'a', place: 2, by: 'number' },
      { student: 'b', place: 1, by: 'name' },
    ])
  })

  test('a first name alone is a guess, and stays one', () => {
    const rows = [row(1, 'Lovelace, Ada'), row(2, 'Gauss, Carl')]
    expect(matchRows([student('a', 'Ada'), student('b', 'Opal Wren')], rows)).toEqual({
      matched: [],
      unsure: [
        { student: 'a', places: [1] },
        { student: 'b', places: [] },
      ],
      left: [2],
    })
  })

  test('a number of Canvas’s own is no student number', () => {
    expect(matchRows([student('a', 'Ada', '101')], [row(1, 'Gauss, Carl', 'S9')]).matched).toEqual([])
  })

  test('for all classes: nobody has two rows, no row two students, and everybody is told of once', () => {
    const names = fc.constantFrom('Ada Lovelace', 'Carl Gauss', 'Ada', 'Lovelace, Ada', 'Gauss, Carl', '')
    const ids = fc.constantFrom('S1', 'S2', 'S3', 's1@uni.edu')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(names, fc.option(fc.constantFrom('S1', 'S2', 'S3'))), { maxLength: 6 }),
        fc.array(fc.tuple(names, fc.array(ids, { maxLength: 2 })), { maxLength: 6 }),
        (people, lines) => {
          const students = people.map(([name, number], at) => student(`s${at}`, name, number))
          const rows = lines.map(([name, some], at) => row(at + 1, name, ...some))
          const { matched, unsure, left } = matchRows(students, rows)
          const told = [...matched, ...unsure].map(one => one.student)
          expect([...told].sort()).toEqual(students.map(({ id }) => id).sort())
          const places = matched.map(({ place }) => place)
          expect(new Set(places).size).toBe(places.length)
          const asked = new Set(unsure.flatMap(one => one.places))
          for (const place of places) expect(asked.has(place) || left.includes(place)).toBe(false)
          const all = [...places, ...asked, ...left].sort((a, b) => a - b)
          expect(all).toEqual(rows.map(({ place }) => place))
        },
      ),
    )
  })
})

test('the words of a name', () => {
  expect(nameWords('O’Brien, José-María (3)')).toEqual(['brien', 'jose', 'maria', 'o'])
  expect(nameWords('Ada 2')).toEqual(['2', 'ada'])
})
