import { describe, expect, test } from 'vitest'
import { attemptsOf } from '@/lib/classroom/attempts'
import type { ClassEvent } from '@/lib/classroom/events'
import type { LogEntry } from '@/lib/classroom/log'
import { replay } from '@/lib/classroom/reduce'
import { ClassScores } from '@/lib/protocol/scores'
import { stepKey } from '@/lib/protocol/step-key'
import type { Verdict } from '@/lib/protocol/verdict'
import type { ExportRow, ExportRows } from '@/lib/server/history/export-rows'
import { classScores } from '@/lib/server/history/score-sheet'
import { tablesOf } from '@/lib/server/history/tables'

/** Two steps: `z` of one point with two cells, `L` of three points with one. */
const exercise = {
  exercise: {
    version: 'v',
    title: 'A layer',
    draws: false,
    steps: [
      { id: 'z', mathml: '<math></math>', title: 'z', shape: [2] },
      { id: 'L', mathml: '<math></math>', title: 'L', shape: [] },
    ],
  },
  points: new Map([
    ['z', 1],
    ['L', 3],
  ]),
}

const answer = (id: string, student: string, step: string, at: number, ...marks: Verdict[]): ExportRow => ({
  ...{ id, student, version: 'v', step, seed: 1, regrades: null, mistakes: [], at, marks, typed: marks },
  verdict: marks.every(mark => mark === 'right') ? 'right' : 'wrong',
})

const logged = (entry: LogEntry): ClassEvent => ({
  type: 'logged',
  entry: { ...entry, seq: 1, at: 0, who: 'teacher' },
})
const on = { version: 'v', step: 'z' }
const overridden = (verdict: 'right' | 'wrong') =>
  logged({ type: 'overridden', data: { student: 'ada', on, seed: 1, verdict, note: 'On paper.' } })
const excused = logged({ type: 'excused', data: { student: 'ada', on, excused: true } })

function rowsOf(answers: readonly ExportRow[], ...events: ClassEvent[]): ExportRows {
  const joined = ['ada', 'ben'].map(
    (student): ClassEvent => ({
      type: 'student-joined',
      ...{ student, name: student, joinedAt: 1, seed: 2 },
    }),
  )
  const answered = answers.map(
    ({ student, step, id, verdict, at }): ClassEvent => ({
      type: 'answered',
      ...{ student, step: stepKey('v', step), seed: 1, id, verdict, mistakes: [], follows: [], at },
    }),
  )
  const chosen: ClassEvent = { type: 'exercises-chosen', versions: ['v'], drawing: [] }
  return {
    exercises: [exercise],
    state: replay([chosen, ...joined, ...answered, ...events]),
    students: ['ada', 'ben'].map(id => ({ id, name: id, number: null })),
    attempts: attemptsOf(answers),
  }
}

function scoresOf(rows: ExportRows): ClassScores {
  const scores = classScores({ id: 'class', title: 'ML' }, rows)
  expect(ClassScores.parse(scores)).toEqual(scores)
  return scores
}
const adaIn = (rows: ExportRows) => scoresOf(rows).students[0]
/** Half of `z`, and the whole of `L`. */
const answers = [answer('a', 'ada', 'z', 10, 'right', 'wrong'), answer('b', 'ada', 'L', 20, 'right')]

describe('the scores of a class', () => {
  test('points and weights of exercises, and the sums of every student', () => {
    const { exercises, points, students, homework } = scoresOf(rowsOf(answers))
    expect([points, homework]).toEqual([4, null])
    expect(exercises).toMatchObject([
      { title: 'A layer', points: 4, weight: 1, steps: [{ points: 1 }, { points: 3 }] },
    ])
    expect(students).toMatchObject([
      {
        steps: [[{ points: 0.5 }, { points: 3 }]],
        exercises: [{ points: 3.5 }],
        total: { points: 3.5, outOf: 4 },
      },
      { steps: [[{ points: null }, { points: null }]], total: { points: null, outOf: 4 } },
    ])
  })

  test('an overridden verdict counts whole or not at all, and is told with its note', () => {
    const step = (verdict: 'right' | 'wrong') => adaIn(rowsOf(answers, overridden(verdict)))?.steps[0]?.[0]
    expect(step('right')).toEqual({ points: 1, override: { verdict: 'right', note: 'On paper.' } })
    expect(step('wrong')).toEqual({ points: 0, override: { verdict: 'wrong', note: 'On paper.' } })
  })

  test('a step excused leaves both the points and what they are out of', () => {
    expect(adaIn(rowsOf(answers, excused))).toMatchObject({
      steps: [[{ points: null, excused: true }, { points: 3 }]],
      total: { points: 3, outOf: 3 },
    })
  })

  test('late is what answers after the student’s own due date made more', () => {
    const later = [
      ...answers,
      answer('c', 'ada', 'z', 150, 'right', 'right'),
      answer('d', 'ada', 'L', 150, 'wrong'),
    ]
    const homework = logged({ type: 'homework-set', data: { dueAt: 100, late: true } })
    const late = (...events: ClassEvent[]) =>
      adaIn(rowsOf(later, homework, ...events))?.steps[0]?.map(one => one.late)
    expect(late()).toEqual([true, undefined])
    expect(late(logged({ type: 'due-date-given', data: { student: 'ada', dueAt: 200 } }))).toEqual([
      undefined,
      undefined,
    ])
  })
})

test('the files show both verdicts, the note, and who is excused', () => {
  const table = tablesOf(rowsOf(answers, overridden('right'))).results()
  const row = Object.fromEntries(table.columns.map((column, at) => [column, table.rows[0]?.[at]]))
  expect(row).toMatchObject({
    state: 'right',
    checked: 'wrong',
    teacher: 'right',
    note: 'On paper.',
    score: 1,
  })
  const { columns, rows } = tablesOf(rowsOf(answers, excused)).scores()
  expect(columns).toEqual(['number', 'student', 'A layer: z (1)', 'A layer: L (3)', 'total', 'out of'])
  expect(rows).toEqual([
    [null, 'ada', 'excused', 3, 3, 3],
    [null, 'ben', null, null, 0, 4],
  ])
})
