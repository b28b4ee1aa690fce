import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { moodleText } from '@/lib/client/gradebook/moodle'
import { classOf, nothing, scored } from './scored'

const read = (text: string) => Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true }).data

const scores = classOf(
  scored('Ada', 'S1', [{ points: 1 }, { points: 1.5 }, { points: 6 }]),
  scored('=Ben', 'S2', [{ points: null, excused: true }, { points: 1.5 }, nothing]),
  scored('Cleo', 'S3', [nothing, nothing, nothing]),
  scored('Dora', null, [{ points: 1 }, nothing, nothing]),
  scored('Ada (2)', 'S4', [
    { points: 1, override: { verdict: 'right', note: '-1 was meant.' } },
    nothing,
    { points: null, excused: true },
  ]),
  scored('Eve', 'S5', [nothing, nothing, nothing]),
  scored('Eve (2)', 'S5', [nothing, nothing, nothing]),
)

describe('the file for Moodle', () => {
  test('has a row for each student whom Moodle can find, a column for each grade, and the rest by name', () => {
    const { text, left } = moodleText(scores, { field: 'ID number', percent: false })
    expect(text.startsWith('\uFEFF')).toBe(true)
    expect(read(text)).toEqual([
      ['ID number', 'Name', 'A layer', 'Products', 'Total', 'Feedback'],
      ['S1', 'Ada', '2.5', '6', '8.5', ''],
      // 1.5 of 3 points is half, which is 2 of the 4 that the grade item has.
      ['S2', "'=Ben", '2', '-', '1.667', 'z: excused.'],
      ['S3', 'Cleo', '-', '-', '-', ''],
      ['S4', 'Ada (2)', '1', '-', '2.5', 'z: counted as right. -1 was meant.\nProducts: excused.'],
    ])
    expect(left).toEqual([
      { name: 'Dora', why: 'no number' },
      { name: 'Eve', why: 'number twice' },
      { name: 'Eve (2)', why: 'number twice' },
    ])
  })

  test('names users in lower case, and grades in percent', () => {
    const { text } = moodleText(scores, { field: 'Username', percent: true })
    expect(read(text).slice(0, 3)).toEqual([
      ['Username', 'Name', 'A layer', 'Products', 'Total', 'Feedback'],
      ['s1', 'Ada', '62.5', '100', '85', ''],
      ['s2', "'=Ben", '50', '-', '16.667', 'z: excused.'],
    ])
  })

  test('has no two columns of one name', () => {
    const [first, second] = scores.exercises
    if (!first || !second) throw new Error('no exercises')
    const twice = { ...scores, exercises: [first, { ...second, title: 'A layer' }] }
    const [head] = read(moodleText(twice, { field: 'ID number', percent: false }).text)
    expect(head).toEqual(['ID number', 'Name', 'A layer', 'A layer (2)', 'Total', 'Feedback'])
  })
})
