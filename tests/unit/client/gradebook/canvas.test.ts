import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { type CanvasFile, canvasText, readCanvas } from '@/lib/client/gradebook/canvas'

/** As Canvas exports it: marks of manual posting, points, read-only columns, the test student. */
const exported = [
  'Student,ID,SIS User ID,SIS Login ID,Section,A layer (411),Essay (412),Homework Current Score,Final Grade',
  ',,,,,Manual Posting,,,',
  '    Points Possible,,,,,8,"1,000.5",(read only),(read only)',
  '"Lovelace, Ada",101,S1,ada@uni.edu,"One, and Two",3,7,90,A',
  '"=""=Ben""",102,S2,+ben,One,,,,',
  '"Student, Test",999,,,One,,,,',
].join('\n')

function fileOf(text: string): CanvasFile {
  const read = readCanvas(text)
  if (!read.ok) throw new Error(read.why)
  return read.file
}
const cellsOf = (text: string) => Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true }).data

describe('Canvas’s own export', () => {
  test('its students, its assignments with their points, and nothing that is neither', () => {
    const { rows, assignments } = fileOf(`\uFEFF${exported}`)
    expect(rows).toEqual([
      { place: 3, name: 'Lovelace, Ada', ids: ['S1', 'ada@uni.edu'], section: 'One, and Two' },
      { place: 4, name: '=Ben', ids: ['S2', '+ben'], section: 'One' },
    ])
    expect(assignments).toEqual([
      { at: 5, title: 'A layer', possible: 8 },
      { at: 6, title: 'Essay', possible: 1000.5 },
    ])
  })

  test('is read with semicolons, with two columns of names, and without ids of a registry', () => {
    const other = 'LastName;FirstName;ID;SIS Login ID;Section;Essay (1)\nLovelace;Ada;5;ada;One;3,5'
    const { rows, assignments } = fileOf(other)
    expect(rows).toEqual([{ place: 1, name: 'Lovelace, Ada', ids: ['ada'], section: 'One' }])
    expect(assignments).toEqual([{ at: 5, title: 'Essay', possible: null }])
  })

  test('anything else is no grade book of Canvas', () => {
    for (const text of ['', 'Name,Score\nAda,3', 'Student,Section\nAda,One', '{"a": 1}', 'PK\u0003\u0004']) {
      expect(readCanvas(text)).toMatchObject({ ok: false })
    }
  })
})

describe('the file that Canvas takes back', () => {
  test('holds the rows that are matched, known by Canvas’s own columns, and the chosen assignments alone', () => {
    const file = fileOf(exported)
    const [layer] = file.assignments
    if (!layer) throw new Error('no assignment')
    const text = canvasText(
      file,
      [3, 4],
      [
        { to: layer, possible: 8, grades: new Map([[4, 6.5]]) },
        {
          to: '=Products',
          possible: 6,
          grades: new Map<number, number | 'EX' | null>([
            [3, 'EX'],
            [4, null],
          ]),
        },
      ],
    )
    expect(text.startsWith('\uFEFF')).toBe(true)
    expect(cellsOf(text)).toEqual([
      ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', 'A layer (411)', "'=Products"],
      ['    Points Possible', '', '', '', '', '8', '6'],
      // What there is no grade for keeps the one that Canvas has, and is not wiped.
      ['Lovelace, Ada', '101', 'S1', 'ada@uni.edu', 'One, and Two', '3', 'EX'],
      [`'="=Ben"`, '102', 'S2', '+ben', 'One', '6.5', ''],
    ])
    expect(fileOf(text).rows.map(({ ids }) => ids)).toEqual(file.rows.map(({ ids }) => ids))
  })
})
