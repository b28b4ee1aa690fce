import { checkFormula, type Key, type KeyStep } from '@/lib/exercise'
import { type Graded, plainly } from './graded'
import { nearest } from './kin'
import { nudgeOf } from './nudge'
import { invalid, unreadable } from './step'
import { countMessages, formulaMessage, wrongMessage } from './wording'

/**
 * The verdict on a `formula` step: one cell that holds a matrix formula, right where it equals what is asked for whatever the
 * numbers are. Formulas follow from no earlier answer: each builds on names ([G4]).
 */
export function gradeFormula(
  key: Key,
  { id, target }: Extract<KeyStep, { kind: 'formula' }>,
  cells: readonly string[],
): Graded {
  const [typed] = cells
  if (typed === undefined || cells.length !== 1) return plainly(invalid([], countMessages([], cells.length)))
  const outcome = checkFormula(key, target, typed)
  if (outcome.verdict === 'invalid') return plainly(unreadable([], new Map([[0, outcome.message]])))
  if (outcome.verdict === 'right') {
    const { reason } = outcome
    const cell = { verdict: 'right', reason, message: null } as const
    return plainly({ verdict: 'right', cells: [cell], mistakes: [], sentences: [formulaMessage(reason)] })
  }
  const { mistakes } = outcome
  const asked = target.of === 'gradient' ? `dL/d${target.node}` : target.node
  const said = nearest(mistakes)
  const nudge = said === null ? [] : [nudgeOf({ mistake: said, node: asked }, key.exercise)]
  const cell = { verdict: 'wrong', reason: 'identity', message: null } as const
  const sentences = [wrongMessage([], [0]), ...nudge]
  return {
    ...plainly({ verdict: 'wrong', cells: [cell], mistakes, sentences }),
    labels: mistakes.map(mistake => ({ mistake, node: id })),
  }
}
