import { bestOf, firstRight } from '@/lib/classroom/attempts'
import { boardCell } from '@/lib/classroom/board-view'
import { pacingFor } from '@/lib/classroom/exceptions'
import { isLate } from '@/lib/classroom/homework'
import { mistakeNames } from '@/lib/exercise'
import type { SheetName } from '@/lib/protocol/export'
import type { StepScore } from '@/lib/protocol/scores'
import { stepKey } from '@/lib/protocol/step-key'
import type { CellState } from '@/lib/protocol/step-state'
import { plainSentence } from '@/lib/words/sentence'
import type { ExportRows, ExportStudent } from './export-rows'
import { classScores, columnsOf, markedIn } from './score-sheet'

export type TableCell = string | number | Date | null

/** A sheet, before it is written in any format. */
export interface Table {
  readonly name: SheetName
  readonly columns: readonly string[]
  readonly rows: readonly (readonly TableCell[])[]
}

const who = ['number', 'student'] as const
const named = ({ number, name }: Pick<ExportStudent, 'number' | 'name'>): TableCell[] => [number, name]

const states: Record<CellState, string> = {
  untouched: 'not begun',
  working: 'not begun',
  wrong: 'wrong',
  follows: 'follows',
  right: 'right',
  revealed: 'revealed',
  answered: 'answered',
}

export function tablesOf(rows: ExportRows): Record<SheetName, () => Table> {
  return {
    scores: () => scores(rows),
    results: () => results(rows),
    answers: () => answers(rows),
    mistakes: () => mistakes(rows),
  }
}

/** One row a student and one column a step, as a book of marks has it. */
function scores(rows: ExportRows): Table {
  const columns = columnsOf(rows)
  const { students } = classScores({ id: '', title: '' }, rows)
  const heads = columns.map(({ exercise, step, points }) => `${exercise}: ${step.title} (${points})`)
  return {
    name: 'scores',
    columns: [...who, ...heads, 'total', 'out of'],
    rows: students.map(student => [
      ...named(student),
      ...student.steps.flat().map(scoreCell),
      student.total.points ?? 0,
      student.total.outOf,
    ]),
  }
}

function scoreCell({ points, excused, waiting }: StepScore): TableCell {
  if (excused) return 'excused'
  return waiting ? 'answered' : points
}

/** The most rows of all students by all steps; beyond that, only steps that a student began have rows. */
const resultsMost = 200_000

/** A row for each student and step: what counts, and beside it what the answers were checked as. */
function results(rows: ExportRows): Table {
  const columns = columnsOf(rows)
  const marked = markedIn(rows)
  const every = rows.students.length * columns.length <= resultsMost
  return {
    name: 'results',
    columns: [
      ...who,
      'exercise',
      'step',
      'state',
      'checked',
      'teacher',
      'note',
      'excused',
      'late',
      'attempts',
      'wrong',
      'hints',
      'score',
      'points',
    ],
    rows: rows.students.flatMap(one =>
      columns.flatMap((column): TableCell[][] => {
        const student = rows.state.students.get(one.id)
        if (!student) return []
        const cell = boardCell(rows.state, student, stepKey(column.version, column.step.id))
        const { attempts, score } = marked(one.id, column)
        if (!every && attempts.length === 0) return []
        const { override, excused, late } = score
        return [
          [
            ...named(one),
            column.exercise,
            column.step.title,
            states[cell.state],
            bestOf(attempts) ?? '',
            override?.verdict ?? '',
            override?.note ?? '',
            excused ? 'excused' : '',
            late ? 'late' : '',
            cell.attempts,
            cell.wrong,
            cell.hints,
            excused ? null : (score.points ?? 0),
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
  const late = (id: string, at: number) => {
    const student = rows.state.students.get(id)
    return student !== undefined && isLate(pacingFor(rows.state.pacing, student.exceptions), at)
  }
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
          late(student, first.at) ? 'late' : '',
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
        plainSentence(mistakeNames(ids)),
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
