import type { TranscendentalField } from '@/lib/exact/atoms'
import { type Budget, unlessUndecided } from '@/lib/exact/budget'
import type { Tensor } from '@/lib/exact/tensor'
import type { Arrival, Flow } from '@/lib/network'
import { type Derivation, quantityOf } from '../derivation/derive'
import { type Known, withEntries, workOut } from '../derivation/known'

/** Gives wrong rules the value of any quantity on one set of numbers: the true ones or a student's own. */
export class Numbers<S> {
  private readonly made = new Map<string, Tensor<S>>()
  private readonly without = new Set<string>()
  /** What arrives at a node by a flow of the backward pass on these numbers. */
  readonly arrived = new WeakMap<Flow<S>, { readonly at: string; readonly found: readonly Arrival<S>[] }>()

  constructor(
    readonly derivation: Derivation,
    readonly field: TranscendentalField<S>,
    private readonly known: Known<S>,
    readonly budget: Budget | undefined,
  ) {}

  /** Null where it has no value on these numbers, or none that can be decided. */
  of(id: string): Tensor<S> | null {
    const found = this.made.get(id) ?? this.known.whole(id)
    if (found !== undefined) return found
    if (this.without.has(id)) return null
    const { derivation, field, known, budget, made } = this
    const quantity = quantityOf(derivation, id)
    const ruled = unlessUndecided(() =>
      workOut(derivation, field, quantity, known, budget, quantity.rule, made),
    )
    if (ruled === null) {
      this.without.add(id)
      return null
    }
    const value = withEntries(ruled, known.entries(id))
    made.set(id, value)
    return value
  }
}
