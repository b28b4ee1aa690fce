import { addressOf, type StepKey } from '@/lib/protocol/step-key'
import type { StepRecord } from '@/lib/protocol/step-record'
import type { StepVerdict } from '@/lib/protocol/verdict'
import { isHeld, type Pacing } from './pacing'
import { type Cell, verdictOf } from './state'

/** An answer as it is stored. The server reads it for the view, because no state holds texts. */
export interface AnsweredText {
  readonly id: string
  readonly cells: string[]
  readonly result: StepVerdict
  readonly at: number
}

/** What a student is told of a verdict: the words, without the ids of mistakes, which are for teachers. */
export function studentVerdict({ verdict, cells, message }: StepVerdict): StepVerdict {
  return { verdict, cells, mistakes: [], message }
}

/** The student's own view of one step; while verdicts are held back, that the answer was received. */
export function stepRecord(key: StepKey, cell: Cell, answer: AnsweredText, pacing: Pacing): StepRecord {
  const address = addressOf(key)
  const { attempts: attempt, spent, latest } = cell
  const { cells } = answer
  // The answer's own id, because the id of a regrade would tell that there was one.
  if (isHeld(pacing, key)) {
    return { ...address, id: latest.of, cells, result: null, attempt, spent, best: null, at: latest.at }
  }
  const result = studentVerdict(answer.result)
  return {
    ...address,
    id: answer.id,
    cells,
    result,
    attempt,
    spent,
    best: verdictOf(cell),
    at: answer.at,
    ...(cell.override && { override: { ...cell.override } }),
  }
}
