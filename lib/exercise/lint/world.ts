import type { AtomTable, Scalar } from '@/lib/exact/atoms'
import type { Tensor } from '@/lib/exact/tensor'
import type { Acceptance } from '@/lib/language/syntax/acceptance'
import { acceptanceOf } from '../acceptance/asked'
import type { Derivation } from '../derivation/derive'
import { derivationOf } from '../derivation/derive'
import { truthOf } from '../derivation/truth'
import { entryAt } from '../entry'
import { plansOf } from '../exercise'
import type { Key } from '../key'

/** An exercise on one set of numbers: the right value of every quantity, and the atoms of these numbers. */
export interface World {
  readonly derivation: Derivation
  readonly values: ReadonlyMap<string, Tensor<Scalar>>
  readonly table: AtomTable
  /** How exact the answers to its steps have to be, by the steps' ids, where more than the exact value counts. */
  readonly accepts: ReadonlyMap<string, Acceptance>
}

/** The numbers that a key has. Null where they take too much work. */
export function worldOf(key: Key): World | null {
  const truth = truthOf(key)
  if (truth === null) return null
  const derivation = derivationOf(key.exercise)
  const accepts = new Map<string, Acceptance>()
  for (const plan of plansOf(key.exercise)) {
    const asked = derivation.asked.get(plan.id)
    const value = asked && truth.values.get(asked.quantity)
    const acceptance = value ? acceptanceOf(plan, entryAt(value, asked.index)) : null
    if (acceptance !== null && acceptance.kind !== 'exact') accepts.set(plan.id, acceptance)
  }
  return { ...truth, derivation, accepts }
}
