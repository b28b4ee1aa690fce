import type { AtomField } from '@/lib/exact/atoms'
import type { Budget } from '@/lib/exact/budget'
import { derivationOf, type Key, quantityOf, type TensorStep, truthOf } from '@/lib/exercise'
import { gradeCell, type ReadCell } from './cell'
import type { Question } from './follow'
import { nearTo } from './near'

/** What is asked of the combinations that might explain an answer; null of a step that asks for no quantity. */
export function questionOf(
  key: Key,
  step: TensorStep,
  { typed, wrong }: { readonly typed: readonly ReadCell[]; readonly wrong: readonly number[] },
  field: AtomField,
  budget: Budget,
): Question | null {
  const derivation = derivationOf(key.exercise)
  const asked = derivation.asked.get(step.id)
  if (asked === undefined) return null
  const truth = truthOf(key)
  if (truth === null) return null
  const target = quantityOf(derivation, asked.quantity)
  const fits: Question['fits'] = (at, value) => {
    const cell = typed[at]
    return cell !== undefined && gradeCell(cell, value, step.acceptance, () => field).verdict === 'right'
  }
  const near: ReturnType<typeof nearTo>[] = []
  const mayFit: Question['mayFit'] = (at, value) => {
    const cell = typed[at]
    if (cell === undefined) return false
    const may = near[at] ?? nearTo(cell, step.acceptance, field)
    near[at] = may
    return may(value)
  }
  return { derivation, field, budget, truth, target, asked, wrong, fits, mayFit }
}
