import type { AtomTable, Scalar } from '@/lib/exact/atoms'
import type { Tensor } from '@/lib/exact/tensor'
import type { Derivation } from '../derivation/derive'
import { derivationOf } from '../derivation/derive'
import { truthOf } from '../derivation/truth'
import type { Key } from '../key'

/** An exercise on one set of numbers: the right value of every quantity, and the atoms of these numbers. */
export interface World {
  readonly derivation: Derivation
  readonly values: ReadonlyMap<string, Tensor<Scalar>>
  readonly table: AtomTable
}

/** The numbers that a key has. Null where they take too much work. */
export function worldOf(key: Key): World | null {
  const truth = truthOf(key)
  return truth === null ? null : { ...truth, derivation: derivationOf(key.exercise) }
}
