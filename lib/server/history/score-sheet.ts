import { pacingFor } from '@/lib/classroom/exceptions'
import { isLate } from '@/lib/classroom/homework'
import { stepPoints, waitsForMark } from '@/lib/classroom/score'
import { cellAt, seedOf } from '@/lib/classroom/variant'
import type { BoardStep } from '@/lib/protocol/board'
import type { ClassScores, StepScore, StudentScores, SumScore } from '@/lib/protocol/scores'
import { keyOf, stepKey } from '@/lib/protocol/step-key'
import type { ClassRecord } from '../db/classes'
import type { ExportAttempt, ExportRows, ExportStudent } from './export-rows'

/** A step of the class with its points. */
export interface Column {
  readonly version: string
  readonly exercise: string
  readonly step: BoardStep
  readonly points: number
}

export function columnsOf({ exercises }: ExportRows): Column[] {
  return exercises.flatMap(({ exercise: { version, title, steps }, points }) =>
    steps.map(step => ({ version, exercise: title, step, points: points.get(step.id) ?? 1 })),
  )
}

/** What a student did at a step with the student's present numbers, and what the teacher made of it. */
export interface Marked {
  readonly attempts: readonly ExportAttempt[]
  readonly score: StepScore
}

/** Reads what students have at steps; answers to other numbers than the present ones do not count. */
export function markedIn({
  attempts: all,
  state,
}: ExportRows): (student: string, column: Pick<Column, 'version' | 'step' | 'points'>) => Marked {
  const found = new Map(all.map(one => [`${one.student} ${keyOf(one)}`, one.attempts]))
  return (id, { version, step, points }) => {
    const student = state.students.get(id)
    if (!student) return { attempts: [], score: { points: null } }
    const key = stepKey(version, step.id)
    const cell = cellAt(state, student, key)
    const seed = seedOf(state, student, version)
    const attempts = (found.get(`${id} ${key}`) ?? []).filter(({ first }) => first.seed === seed)
    const pacing = pacingFor(state.pacing, student.exceptions)
    const exceptions = { excused: student.exceptions.excused.has(key), override: cell?.override ?? null }
    const now = stepPoints(attempts, points, exceptions)
    const inTime = attempts.filter(({ first }) => !isLate(pacing, first.at))
    const late = inTime.length < attempts.length && (stepPoints(inTime, points, exceptions) ?? 0) < (now ?? 0)
    return {
      attempts,
      score: {
        points: now === null ? null : rounded(now),
        ...(exceptions.excused && { excused: true }),
        ...(!exceptions.excused && waitsForMark(attempts, exceptions) && { waiting: true }),
        ...(late && { late: true }),
        ...(exceptions.override && { override: { ...exceptions.override } }),
      },
    }
  }
}

/** The scores of a class. */
export function classScores({ id, title }: Pick<ClassRecord, 'id' | 'title'>, rows: ExportRows): ClassScores {
  const { homework } = rows.state.pacing
  const columns = columnsOf(rows)
  const most = sum(columns)
  const marked = markedIn(rows)
  const exercises = rows.exercises.map(({ exercise: { version, title } }) => {
    const own = columns.filter(column => column.version === version)
    const points = sum(own)
    return {
      version,
      title,
      points,
      weight: most === 0 ? 0 : points / most,
      steps: own.map(({ step, points }) => ({ ...step, points })),
    }
  })
  return {
    class: { id, title },
    homework: homework && { dueAt: homework.dueAt, late: homework.late },
    points: most,
    exercises,
    students: rows.students.map(student => studentScores(student, rows, exercises, marked)),
  }
}

function studentScores(
  { id, name, number }: ExportStudent,
  { state }: ExportRows,
  exercises: ClassScores['exercises'],
  marked: ReturnType<typeof markedIn>,
): StudentScores {
  const steps = exercises.map(({ version, steps }) =>
    steps.map(({ points, ...step }) => ({ points, score: marked(id, { version, step, points }).score })),
  )
  return {
    id,
    name,
    number,
    dueAt: state.students.get(id)?.exceptions.dueAt ?? null,
    steps: steps.map(row => row.map(({ score }) => score)),
    exercises: steps.map(summed),
    total: summed(steps.flat()),
  }
}

function summed(steps: readonly { readonly points: number; readonly score: StepScore }[]): SumScore {
  const got = steps.flatMap(({ score }) => score.points ?? [])
  return {
    points: got.length === 0 ? null : rounded(got.reduce((all, points) => all + points, 0)),
    outOf: sum(steps.filter(({ score }) => !score.excused)),
  }
}

const sum = (columns: readonly { readonly points: number }[]) =>
  rounded(columns.reduce((all, { points }) => all + points, 0))

/** Rounds to a thousandth of a point, because a third of a point has no end. */
const rounded = (score: number) => Math.round(score * 1000) / 1000
