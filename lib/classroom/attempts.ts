import type { StepAddress } from '@/lib/protocol/step-address'
import { keyOf } from '@/lib/protocol/step-key'
import type { CountedVerdict } from './state'

/** A row of answers: an answer, or a verdict in place of an older one (`regrades` is then its answer's id). */
export interface AnswerRow extends StepAddress {
  readonly student: string
  readonly seed: number
  readonly id: string
  readonly regrades: string | null
  readonly verdict: CountedVerdict
  readonly mistakes: readonly string[]
  readonly at: number
}

/** An answer with its verdict of today. */
export interface Attempt<Row extends AnswerRow = AnswerRow> {
  /** The row of the answer itself. */
  readonly first: Row
  /** The row that holds its verdict of today: `first`, or its latest regrade. */
  readonly now: Row
  /** Whether its verdict was ever `follows`. */
  readonly followed: boolean
}

/** One student's attempts at one step, the oldest first, over all variants. */
export interface StepAttempts<Row extends AnswerRow = AnswerRow> extends StepAddress {
  readonly student: string
  readonly attempts: readonly Attempt<Row>[]
}

/** Rows in their order to attempts by student and step, in the order of the first answers. */
export function attemptsOf<Row extends AnswerRow>(rows: Iterable<Row>): StepAttempts<Row>[] {
  const found = new Map<string, Gathered<Row>>()
  for (const row of rows) {
    const { student, version, step } = row
    const key = `${student} ${keyOf(row)}`
    const gathered: Gathered<Row> = found.get(key) ?? { student, version, step, attempts: [], at: new Map() }
    found.set(key, gathered)
    const followed = row.verdict === 'follows'
    if (row.regrades === null) {
      gathered.at.set(row.id, gathered.attempts.length)
      gathered.attempts.push({ first: row, now: row, followed })
      continue
    }
    const at = gathered.at.get(row.regrades)
    const old = at === undefined ? undefined : gathered.attempts[at]
    if (at !== undefined && old) {
      gathered.attempts[at] = { first: old.first, now: row, followed: old.followed || followed }
    }
  }
  return [...found.values()].map(({ student, version, step, attempts }) => ({
    student,
    version,
    step,
    attempts,
  }))
}

interface Gathered<Row extends AnswerRow> extends StepAttempts<Row> {
  readonly attempts: Attempt<Row>[]
  /** Indices of the attempts by the ids of their answers. */
  readonly at: Map<string, number>
}

/** [G12] The verdict that counts in the end. `follows` counts only while it still does. Null without attempts. */
export function bestOf(attempts: readonly Attempt[]): CountedVerdict | null {
  if (attempts.length === 0) return null
  if (attempts.some(({ now }) => now.verdict === 'right')) return 'right'
  if (attempts.findLast(({ followed }) => followed)?.now.verdict === 'follows') return 'follows'
  return attempts.at(-1)?.now.verdict === 'answered' ? 'answered' : 'wrong'
}

/** Index of the first right attempt, -1 where none is. */
export function firstRight(attempts: readonly Attempt[]): number {
  return attempts.findIndex(({ now }) => now.verdict === 'right')
}
