import { firstRight } from '@/lib/classroom/attempts'
import { boardCell } from '@/lib/classroom/board-view'
import { isLate } from '@/lib/classroom/homework'
import { scoreOf } from '@/lib/classroom/score'
import { seedOf } from '@/lib/classroom/variant'
import { mistakeRules } from '@/lib/exercise'
import type { BoardStep, CellState } from '@/lib/protocol/board'
import type { SheetName } from '@/lib/protocol/export'
import { keyOf, stepKey } from '@/lib/protocol/step-key'
import { plainSentence } from '@/lib/words/sentence'
import type { ExportAttempt, ExportRows, ExportStudent } from './export-rows'

export type TableCell = string | number | Date | null

/** A sheet, before it is written in any format. */
export interface Table {
  readonly name: SheetName
  readonly columns: readonly string[]
  readonly rows: readonly (readonly TableCell[])[]
}

const who = ['number', 'student'] as const
const named = ({ number, name }: ExportStudent): TableCell[] => [number, name]

const states: Record<CellState, string> = {
  untouched: 'not begun',
  working: 'not begun',
  wrong: 'wrong',
  follows: 'follows',
  right: 'right',
  revealed: 'revealed',
}

export function tablesOf(rows: ExportRows): Record<SheetName, () => Table> {
  return {
    scores: () => scores(rows),
    results: () => results(rows),
    answers: () => answers(rows),
    mistakes: () => mistakes(rows),
  }
}

interface Column {
  readonly version: string
  readonly exercise: string
  readonly step: BoardStep
  readonly points: number
}

function columnsOf({ exercises }: ExportRows): Column[] {
  return exercises.flatMap(({ exercise: { version, title, steps }, points }) =>
    steps.map(step => ({ version, exercise: title, step, points: points.get(step.id) ?? 1 })),
  )
}

/** What a student did at a step with the student's present numbers; answers to other numbers do not count. */
function counted({ attempts, state }: ExportRows): (student: string, column: Column) => ExportAttempt[] {
  const found = new Map(attempts.map(one => [`${one.student} ${keyOf(one)}`, one.attempts]))
  return (id, { version, step }) => {
    const student = state.students.get(id)
    const seed = student && seedOf(state, student, version)
    const all = found.get(`${id} ${stepKey(version, step.id)}`) ?? []
    return all.filter(({ first }) => first.seed === seed)
  }
}

/** One row a student and one column a step, as a book of marks has it. */
function scores(rows: ExportRows): Table {
  const columns = columnsOf(rows)
  const at = counted(rows)
  const most = rounded(columns.reduce((sum, { points }) => sum + points, 0))
  const heads = columns.map(({ exercise, step, points }) => `${exercise}: ${step.title} (${points})`)
  return {
    name: 'scores',
    columns: [...who, ...heads, 'total', 'out of'],
    rows: rows.students.map(student => {
      const marks = columns.map(column => {
        const attempts = at(student.id, column)
        return attempts.length === 0 ? null : rounded(scoreOf(attempts, column.points))
      })
      const total = rounded(marks.reduce<number>((sum, mark) => sum + (mark ?? 0), 0))
      return [...named(student), ...marks, total, most]
    }),
  }
}

/** The most rows of all students by all steps; beyond that, only steps that a student began have rows. */
const resultsMost = 200_000

function results(rows: ExportRows): Table {
  const columns = columnsOf(rows)
  const at = counted(rows)
  const every = rows.students.length * columns.length <= resultsMost
  return {
    name: 'results',
    columns: [...who, 'exercise', 'step', 'state', 'attempts', 'wrong', 'hints', 'score', 'points'],
    rows: rows.students.flatMap(one =>
      columns.flatMap((column): TableCell[][] => {
        const student = rows.state.students.get(one.id)
        if (!student) return []
        const cell = boardCell(rows.state, student, stepKey(column.version, column.step.id))
        const attempts = at(one.id, column)
        if (!every && attempts.length === 0) return []
        const score = rounded(scoreOf(attempts, column.points))
        const { state, wrong, hints } = cell
        return [
          [
            ...named(one),
            column.exercise,
            column.step.title,
            states[state],
            cell.attempts,
            wrong,
            hints,
            score,
            column.points,
          ],
        ]
      }),
    ),
  }
}

/** Every attempt in the order of time, with what was typed. */
function answers(rows: ExportRows): Table {
  const students = new Map(rows.students.map(student => [student.id, student]))
  const columns = new Map(
    columnsOf(rows).map(column => [stepKey(column.version, column.step.id), column] as const),
  )
  const all = rows.attempts
    .flatMap(({ student, version, step, attempts }) =>
      attempts.map((attempt, place) => ({ student, key: stepKey(version, step), step, attempt, place })),
    )
    .sort((a, b) => a.attempt.first.at - b.attempt.first.at)
  return {
    name: 'answers',
    columns: [
      ...who,
      'exercise',
      'step',
      'attempt',
      'time (UTC)',
      'late',
      'numbers',
      'verdict',
      'mistakes',
      'typed',
    ],
    rows: all.flatMap(({ student, key, step, attempt, place }): TableCell[][] => {
      const one = students.get(student)
      if (!one) return []
      const column = columns.get(key)
      const { first, now } = attempt
      return [
        [
          ...named(one),
          column?.exercise ?? '',
          column?.step.title ?? step,
          place + 1,
          new Date(first.at),
          isLate(rows.state.pacing, first.at) ? 'late' : '',
          first.seed,
          now.verdict,
          now.mistakes.join(', '),
          typed(first.typed, column?.step.shape ?? []),
        ],
      ]
    }),
  }
}

/** How often each student made each mistake at each step, and whether the step became right. */
function mistakes(rows: ExportRows): Table {
  const students = new Map(rows.students.map(student => [student.id, student]))
  const columns = new Map(
    columnsOf(rows).map(column => [stepKey(column.version, column.step.id), column] as const),
  )
  return {
    name: 'mistakes',
    columns: [...who, 'exercise', 'step', 'mistake', 'in words', 'times', 'became right'],
    rows: rows.attempts.flatMap(({ student, version, step, attempts }): TableCell[][] => {
      const one = students.get(student)
      if (!one) return []
      const column = columns.get(stepKey(version, step))
      const times = new Map<string, { ids: string[]; count: number }>()
      for (const { now } of attempts) {
        if (now.verdict !== 'wrong' || now.mistakes.length === 0) continue
        const ids = [...new Set(now.mistakes)].sort()
        times.set(ids.join(' '), { ids, count: (times.get(ids.join(' '))?.count ?? 0) + 1 })
      }
      return [...times.values()].map(({ ids, count }) => [
        ...named(one),
        column?.exercise ?? '',
        column?.step.title ?? step,
        ids.join(', '),
        plainSentence(mistakeRules(ids)),
        count,
        firstRight(attempts) >= 0 ? 'yes' : 'no',
      ])
    }),
  }
}

/** The cells as typed, a line for each row of the matrix. */
function typed(cells: readonly string[], shape: readonly number[]): string {
  const wide = Math.max(1, shape.length < 2 ? cells.length : (shape.at(-1) ?? 1))
  const lines = Array.from({ length: Math.ceil(cells.length / wide) }, (_, row) =>
    cells.slice(row * wide, (row + 1) * wide).join(' | '),
  )
  return lines.join('\n')
}

/** Rounds to a thousandth of a point, because a third of a point has no end. */
const rounded = (score: number) => Math.round(score * 1000) / 1000
