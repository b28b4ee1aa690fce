import type { AtomField, AtomTable, Scalar } from '@/lib/exact/atoms'
import type { Budget } from '@/lib/exact/budget'
import type { Tensor } from '@/lib/exact/tensor'
import type { Exercise } from '../exercise'

/** What a trace is made from: the right values of nodes and gradients, and the means to compute with them. */
export interface TraceGround {
  readonly exercise: Exercise
  readonly values: ReadonlyMap<string, Tensor<Scalar>>
  readonly gradients: ReadonlyMap<string, Tensor<Scalar>>
  readonly field: AtomField
  readonly table: AtomTable
  readonly budget: Budget
}
