import { type AtomField, atomField, type Scalar } from '@/lib/exact/atoms'
import { type Budget, withinBudget } from '@/lib/exact/budget'
import { type Bounds, lazyField } from '@/lib/exact/lazy'
import { mapTensor, type Tensor } from '@/lib/exact/tensor'
import type { MistakeId } from '@/lib/network'
import type { Derivation } from '../derivation/derive'
import type { Known } from '../derivation/known'
import type { Asked } from '../derivation/quantity'
import type { Truth } from '../derivation/truth'
import { entryAt } from '../entry'
import { lazyKnown, lazyTruth } from './lazily'
import { inPlace, type Placed, reachingFrom } from './reach'
import { searchFor, wrongAnswers } from './search'

/** A wrong answer to one step that is known by bounds of its cells. How it was made is not kept, but made again where it is needed. */
export interface Bounded {
  readonly mistake: MistakeId
  /** Id of the quantity at which it was made. */
  readonly node: string
  /** The bounds of each cell, row-major. */
  readonly bounds: readonly Bounds[]
  /** Its exact value over a field whose atoms are a fork of the truth's. It may unwind as `BudgetSpent`. */
  exactly(field: AtomField, budget: Budget): Tensor<Scalar>
}

/** The wrong answers to a step on the true values; null where these are not worked out lazily (`lazyTruth`). */
export function boundedAnswers(
  derivation: Derivation,
  asked: Asked,
  truth: Truth,
  budget: Budget,
): Bounded[] | null {
  const values = lazyTruth(truth, derivation)
  const right = values?.get(asked.quantity)
  if (values === null || right === undefined) return null
  const stands: Known<Scalar> = { whole: id => truth.values.get(id), entries: () => undefined }
  const search = (field: AtomField, paid: Budget) => {
    const lazy = lazyField(field, paid)
    return { lazy, found: searchFor(derivation, asked, lazy, lazyKnown(stands, truth, values, field), paid) }
  }
  const again = (nth: number, turn: number, field: AtomField, paid: Budget): Tensor<Scalar> => {
    const { lazy, found } = search(field, paid)
    for (const one of reachingFrom({ ...found, turn }, nth)) {
      if (one.turn === turn) return mapTensor(entryAt(one.value, asked.index), lazy.exactly.of)
    }
    throw new RangeError('a wrong answer that is not made again')
  }
  const made: Placed<Bounded>[] = []
  withinBudget(() => {
    const { found } = search(atomField(budget, truth.table.fork()), budget)
    for (const { mistake, node, value, nth, turn } of wrongAnswers(found, asked, right)) {
      const bounds = value.data.map(({ lo, hi }) => ({ lo, hi }))
      made.push({ mistake, node, bounds, nth, turn, exactly: (...paid) => again(nth, turn, ...paid) })
    }
  })
  return inPlace(made)
}
