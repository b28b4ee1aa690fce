import { addressOf, type StepKey } from '@/lib/protocol/step-key'
import type { StepRecord } from '@/lib/protocol/step-record'
import type { StepVerdict, Verdict } from '@/lib/protocol/verdict'
import { isKnownRight, knownRow } from './known'
import { isHeld, type Pacing } from './pacing'
import { type Cell, toldOverride, verdictOf } from './state'

/** An answer as it is stored. The server reads it for the view, because no state holds texts. */
export interface AnsweredText {
  readonly id: string
  readonly cells: string[]
  readonly result: StepVerdict
  readonly at: number
}

/** What a student is told of a verdict: the words, without the ids of mistakes, which are for teachers. */
export function studentVerdict({ verdict, cells, message, briefly }: StepVerdict): StepVerdict {
  return { verdict, cells, mistakes: [], message, ...(briefly !== undefined && { briefly }) }
}

/**
 * The student's own view of one step. While verdicts are held back it tells that the answer was received, or what was told of
 * it before.
 */
export function stepRecord(key: StepKey, cell: Cell, answer: AnsweredText, pacing: Pacing): StepRecord {
  const address = addressOf(key)
  const { attempts: attempt, spent, latest } = cell
  const { cells } = answer
  const held = isHeld(pacing, key)
  // The answer's own id, because the id of a regrade would tell that there was one.
  if (held && knownRow(cell, pacing) !== answer.id) {
    return { ...address, id: latest.of, cells, result: null, attempt, spent, best: null, at: latest.at }
  }
  const result = studentVerdict(answer.result)
  const best = held ? knownBest(cell, result.verdict, pacing, key) : verdictOf(cell)
  const override = !held && cell.override && { override: toldOverride(cell.override) }
  return { ...address, id: answer.id, cells, result, attempt, spent, best, at: answer.at, ...override }
}

function knownBest(cell: Cell, known: Verdict, pacing: Pacing, key: StepKey): StepRecord['best'] {
  if (isKnownRight(cell, pacing, key)) return 'right'
  // A verdict on a stored answer is never `invalid` ([G2]).
  return known === 'invalid' ? null : known
}
