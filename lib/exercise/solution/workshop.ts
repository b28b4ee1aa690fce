import { type AtomField, atomField, type Scalar, type TranscendentalField } from '@/lib/exact/atoms'
import { Budget, withinBudget } from '@/lib/exact/budget'
import { fillTensor, mapTensor, sizeOf, type Tensor } from '@/lib/exact/tensor'
import type { Derivation } from '../derivation/derive'
import { derivationOf, quantityOf } from '../derivation/derive'
import type { Rule } from '../derivation/quantity'
import type { Truth } from '../derivation/truth'
import type { Exercise } from '../exercise'
import type { Key } from '../key'
import { exerciseLimits } from '../limits'
import { leaves } from './entries'
import { type Named, nameOf } from './names'
import { type Numerals, numeralsOf } from './numerals'
import { type Working, workings } from './working'

/** The most entries of all inputs of a quantity that is worked entry by entry. */
const mostEntries = 2048

/** Where the numbers of one key are worked anew, with their workings kept. */
export class Workshop {
  readonly exercise: Exercise
  readonly derivation: Derivation
  readonly numerals: Numerals
  readonly plain: AtomField
  readonly field: TranscendentalField<Working>
  private readonly budget: Budget

  constructor(
    readonly key: Key,
    private readonly truth: Truth,
  ) {
    this.exercise = key.exercise
    this.derivation = derivationOf(key.exercise)
    this.numerals = numeralsOf(key.exercise)
    this.budget = new Budget({ work: exerciseLimits.work, digits: exerciseLimits.digits })
    this.plain = atomField(this.budget, truth.table.fork())
    this.field = workings(this.plain)
  }

  name(id: string): Named {
    return nameOf(this.exercise, id)
  }

  value(id: string): Tensor<Scalar> {
    const value = this.truth.values.get(id)
    if (value === undefined) throw new RangeError(`no quantity ${id}`)
    return value
  }

  /** The entries of a quantity as numbers that are put in. */
  known(id: string): Tensor<Working> {
    // The 1 at which the backward pass starts is not written.
    const { loss } = this.exercise
    if (loss !== null && id.endsWith(`dL/d${loss}`)) return fillTensor(this.value(id).shape, this.field.one)
    return leaves(this.value(id), this.name(id))
  }

  /** A quantity by one of its rules, worked; null where that would be too much to read. */
  worked(id: string, rule: Rule = quantityOf(this.derivation, id).rule): Tensor<Working> | null {
    const entries = rule.inputs.reduce((sum, input) => sum + sizeOf(this.value(input).shape), 0)
    if (entries + sizeOf(this.value(id).shape) > mostEntries) return null
    return this.within(() => rule.compute(this.field, input => this.known(input), this.budget))
  }

  /** Null where the budget runs out. */
  within<T>(work: () => T): T | null {
    const done = withinBudget(work)
    return done.ok ? done.value : null
  }

  plainOf(tensor: Tensor<Working>): Tensor<Scalar> {
    return mapTensor(tensor, ({ value }) => value)
  }
}
