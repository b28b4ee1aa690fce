import { type Key, truthOf, vocabularyIn, whyRight } from '@/lib/exercise'
import type { Earlier } from './earlier'
import { Explanation } from './explanation'
import { gradeFormula } from './formula'
import { type Graded, plainly, withReason } from './graded'
import { gradeQuestion } from './in-question'
import { Scratch } from './scratch'
import { gradeAlone } from './step'

/**
 * The verdict on a step from its cells as typed (row-major) and the student's other answers in the same exercise. A
 * pure function of these ([G10]). `revealed` are ids of steps whose solution the student has seen: nothing follows from a
 * wrong answer to them ([G5]). An unknown step is the caller's bug.
 */
export function gradeStep(
  key: Key,
  stepId: string,
  cells: readonly string[],
  earlier: Earlier,
  revealed: ReadonlySet<string> = new Set(),
): Graded {
  const step = key.steps.find(({ id }) => id === stepId)
  if (step === undefined) throw new RangeError(`no step ${stepId}`)
  if (step.kind === 'choice' || step.kind === 'text') return plainly(gradeQuestion(step, cells))
  if (step.kind === 'formula') return gradeFormula(key, step, cells)
  const scratch = new Scratch(() => (truthOf(key) ?? key).table, vocabularyIn(key.exercise))
  const { verdict, typed } = gradeAlone(step, cells, scratch)
  if (verdict.verdict === 'right') return plainly(withReason(verdict, whyRight(key, stepId)))
  const plain = plainly(verdict)
  if (verdict.verdict !== 'wrong' || step.kind === 'shape' || step.kind === 'find') return plain
  return (
    new Explanation(key, step, verdict, { cells, typed, scratch }, { earlier, revealed }).explain() ?? plain
  )
}
