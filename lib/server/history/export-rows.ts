import * as z from 'zod/mini'
import { type Attempt, attemptsOf, type StepAttempts } from '@/lib/classroom/attempts'
import type { MarkedRow } from '@/lib/classroom/score'
import { readVerdict } from '@/lib/classroom/stored-verdict'
import { countedVerdict } from '@/lib/protocol/verdict'
import { classAnswers } from '../db/class-answers'
import { type ClassRows, classRows } from './class-rows'

/** A student as the files name one. */
export interface ExportStudent {
  readonly id: string
  readonly name: string
  /** What a school knows the student by, where the class asks for it. */
  readonly number: string | null
}

/** An answer with what was typed, as typed. */
export interface ExportRow extends MarkedRow {
  readonly typed: readonly string[]
}

/** Everything that the files of a class are made of. */
export interface ExportRows extends Pick<ClassRows, 'exercises' | 'state'> {
  readonly students: readonly ExportStudent[]
  readonly attempts: readonly StepAttempts<ExportRow>[]
}

const Cells = z.array(z.string())

export async function exportRows(classId: string): Promise<ExportRows> {
  const { exercises, state, students } = await classRows(classId)
  const rows: ExportRow[] = []
  for await (const { student, version, step, seed, id, regrades, at, ...row } of classAnswers(classId)) {
    const verdict = countedVerdict(row.verdict)
    if (verdict === null) continue
    const { cells, mistakes } = readVerdict(row.result)
    rows.push({
      student,
      version,
      step,
      seed,
      id,
      regrades,
      at,
      verdict,
      mistakes,
      marks: cells.map(cell => cell.verdict),
      typed: z.parse(Cells, JSON.parse(row.cells)),
    })
  }
  return {
    exercises,
    state,
    students: students.map(({ id, name, number }) => ({ id, name, number })),
    attempts: attemptsOf(rows),
  }
}

export type ExportAttempt = Attempt<ExportRow>
