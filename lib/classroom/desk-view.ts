import type { StepRecord } from '@/lib/protocol/desk'
import { type StepKey, stepOfKey } from '@/lib/protocol/step-key'
import type { StepVerdict } from '@/lib/protocol/verdict'
import type { Cell, ClassState } from './state'

/** An answer as it is stored, which the shell reads for the view: texts are in no state. */
export interface AnsweredText {
  readonly id: string
  readonly cells: string[]
  readonly result: StepVerdict
  readonly at: number
}

/** Ids of the answers that a student's desk shows: the latest of each step of the chosen versions. */
export function latestAnswers(state: ClassState, student: string): Map<string, { key: StepKey; cell: Cell }> {
  const chosen = new Set(state.chosen)
  const cells = state.students.get(student)?.cells ?? new Map<StepKey, Cell>()
  return new Map(
    [...cells]
      .filter(([key]) => chosen.has(stepOfKey(key).version))
      .map(([key, cell]) => [cell.latest.id, { key, cell }]),
  )
}

/** What a student is told of a verdict: the words, without the names of mistakes, which are the teacher's. */
export function studentVerdict({ verdict, cells, message }: StepVerdict): StepVerdict {
  return { verdict, cells, mistakes: [], message }
}

/** The student's own view of one step. */
export function stepRecord(key: StepKey, cell: Cell, answer: AnsweredText): StepRecord {
  const { version, step } = stepOfKey(key)
  return {
    version,
    step,
    id: answer.id,
    cells: answer.cells,
    result: studentVerdict(answer.result),
    attempt: cell.attempts,
    best: cell.best,
    at: answer.at,
  }
}
