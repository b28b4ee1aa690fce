import { checkFormula, type Key, type KeyStep } from '@/lib/exercise'
import { nudges } from '@/lib/network'
import type { StepVerdict } from '@/lib/protocol/verdict'
import type { Graded } from './grade'
import { invalid, unreadable } from './step'
import { countMessage, formulaMessage, wrongMessage } from './wording'

/**
 * The verdict on a `formula` step: one cell that holds a matrix formula, right where it equals what is asked for whatever the
 * numbers are. Formulas follow from no earlier answer: each builds on names ([G4]).
 */
export function gradeFormula(
  key: Key,
  { id, target }: Extract<KeyStep, { kind: 'formula' }>,
  cells: readonly string[],
): Graded {
  const plain = (verdict: StepVerdict): Graded => ({ verdict, follows: [], mend: [], labels: [] })
  const [typed] = cells
  if (typed === undefined || cells.length !== 1) return plain(invalid([], countMessage([], cells.length)))
  const outcome = checkFormula(key, target, typed)
  if (outcome.verdict === 'invalid') return plain(unreadable([], new Map([[0, outcome.message]])))
  if (outcome.verdict === 'right') {
    const { reason } = outcome
    const cell = { verdict: 'right', reason, message: null } as const
    return plain({ verdict: 'right', cells: [cell], mistakes: [], message: formulaMessage(reason) })
  }
  const { mistakes } = outcome
  const [only] = mistakes
  const nudge = only !== undefined && mistakes.length === 1 ? ` ${nudges[only]}` : ''
  const cell = { verdict: 'wrong', reason: 'identity', message: null } as const
  return {
    verdict: {
      verdict: 'wrong',
      cells: [cell],
      mistakes: [...mistakes],
      message: wrongMessage([], [0]) + nudge,
    },
    follows: [],
    mend: [],
    labels: mistakes.map(mistake => ({ mistake, node: id })),
  }
}
