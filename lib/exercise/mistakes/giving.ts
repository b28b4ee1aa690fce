import type { AtomField, Scalar } from '@/lib/exact/atoms'
import type { Budget } from '@/lib/exact/budget'
import { type Bounds, lazyField } from '@/lib/exact/lazy'
import { mapTensor, type Tensor } from '@/lib/exact/tensor'
import type { MistakeId } from '@/lib/network'
import type { Derivation } from '../derivation/derive'
import type { Known } from '../derivation/known'
import type { Quantity } from '../derivation/quantity'
import type { Truth } from '../derivation/truth'
import { lazyKnown, lazyTruth } from './lazily'
import { Numbers } from './numbers'
import { inPlace, type Mistaken, mistakesWithin, type Placed, reaching } from './reach'
import { mistakesAt } from './wrongs'

/** What an answer is held against, whole quantities both: `near` is false only where `is` is sure to be. */
export interface Wanted {
  near(value: Tensor<Bounds>): boolean
  is(value: Tensor<Scalar>): boolean
}

type Made = Pick<Mistaken<Scalar>, 'node'> & { readonly mistake: MistakeId }

/**
 * The mistakes, made at the target or at a quantity of `region`, that give what is wanted (`mistakesWithin`). Where exact values
 * take long, they are worked out only of what is near.
 */
export function mistakesGiving(
  wanted: Wanted,
  { derivation, truth }: { readonly derivation: Derivation; readonly truth: Truth },
  field: AtomField,
  target: Quantity,
  region: readonly Quantity[],
  known: Known<Scalar>,
  budget: Budget,
): Made[] {
  const values = lazyTruth(truth, derivation)
  if (values === null) {
    return mistakesWithin(derivation, field, target, region, known, budget).filter(({ value }) =>
      wanted.is(value),
    )
  }
  const lazy = lazyField(field, budget)
  const lazilyKnown = lazyKnown(known, truth, values, field)
  const numbers = new Numbers(derivation, lazy, lazilyKnown, budget)
  const search = { numbers, target, region, known: lazilyKnown, budget, ways: mistakesAt }
  const found: Placed<Made>[] = []
  for (const { mistake, node, value, nth, turn } of reaching(search)) {
    if (!wanted.near(value) || !wanted.is(mapTensor(value, lazy.exactly.of))) continue
    found.push({ mistake, node, nth, turn })
  }
  return inPlace(found)
}
