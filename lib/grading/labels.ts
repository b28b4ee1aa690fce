import { withinBudget } from '@/lib/exact/budget'
import { derivationOf, type Key, type TensorStep } from '@/lib/exercise'
import type { ReadCell } from './cell'
import type { Ground } from './earlier'
import { type Label, mistakesOnOwn, mistakesOnTruth } from './mistaken'
import { questionOf } from './question'
import { explanationBudget, type Scratch } from './scratch'

/** The cells of an answer, and the scratch space with their atoms. */
export interface Typed {
  readonly cells: readonly string[]
  readonly typed: readonly ReadCell[]
  readonly scratch: Scratch
}

/** [G6] The named mistakes that give just this answer, on the true values and on the student's own, each once. */
export function labelsOf(
  key: Key,
  step: TensorStep,
  { cells, typed, scratch }: Typed,
  ground: Ground | undefined,
): Label[] {
  const found = withinBudget(() => {
    const onTruth = mistakesOnTruth(key, step.id, cells, step.acceptance, explanationBudget())
    if (ground === undefined || !standsElsewhere(key, ground)) return onTruth
    const budget = explanationBudget()
    const own = questionOf(key, step, { typed, wrong: [] }, scratch.field(budget), budget)
    return own === null ? onTruth : [...onTruth, ...mistakesOnOwn(own, ground)]
  })
  // An answer stays unlabelled where the budget ends, because half of the catalogue would be a guess ([G13]).
  if (!found.ok) return []
  const all = found.value
  return all.filter(
    (label, at) =>
      all.findIndex(({ mistake, node }) => mistake === label.mistake && node === label.node) === at,
  )
}

/** Whether the student's own answers differ from what the table of mistakes was made for. */
function standsElsewhere({ exercise }: Key, { parents, region }: Ground): boolean {
  const asked = new Set([...derivationOf(exercise).asked.values()].map(({ quantity }) => quantity))
  return parents.some(({ differs }) => differs) || region.some(({ id }) => asked.has(id))
}
