import { type Budget, withinBudget } from '@/lib/exact/budget'
import { entryOf } from '@/lib/exact/tensor'
import { isTensorStep, type Key, type TensorStep } from '@/lib/exercise'
import { gradeCell, loosest, type ReadCell } from './cell'
import type { EarlierAnswers, Judge, Standing } from './earlier'
import { waysOf } from './follow'
import { goOn, reasonOf } from './going-on'
import { questionOf } from './question'
import type { Scratch } from './scratch'

/** Whether some step of the exercise takes answers that are not exactly equal. */
export function takesRounded({ steps }: Key): boolean {
  return steps.some(({ acceptance }) => acceptance !== null && acceptance.kind !== 'exact')
}

/**
 * Judges earlier answers that are not the exact value: right on the true values, or for the student's own rounded answers before
 * them, and so on back. `answers` are the student's. An answer whose judgement takes too much work counts as wrong.
 */
export function judgeOf(key: Key, scratch: Scratch, budget: Budget, answers: () => EarlierAnswers): Judge {
  const field = scratch.field(budget)
  const steps = new Map(key.steps.filter(isTensorStep).map(step => [step.id, step]))

  const standing = (step: TensorStep, typed: readonly ReadCell[]): Standing | null => {
    const cells = typed.map((cell, at) =>
      gradeCell(cell, entryOf(step.answer, at), step.acceptance, () => field),
    )
    const wrong = cells.flatMap(({ verdict }, at) => (verdict === 'wrong' ? [at] : []))
    const passes = loosest(cells)
    if (wrong.length === 0) return passes === null ? null : { passes, rests: [] }
    const question = questionOf(key, step, { typed, wrong }, field, budget)
    if (question === null) return null
    const { right } = goOn(question, waysOf(question, answers()), step.answer)
    if (right.size < wrong.length) return null
    const own = [...new Set([...right.values()].flatMap(combination => combination.own))]
    const going = reasonOf(step.acceptance, own)
    return {
      passes: passes === 'within' ? passes : going,
      rests: own.flatMap(parent => [parent.step, ...parent.rests]),
    }
  }

  return (id, typed) => {
    const step = steps.get(id)
    if (step === undefined) return null
    const done = withinBudget(() => standing(step, typed))
    return done.ok ? done.value : null
  }
}
