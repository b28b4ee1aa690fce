import type { Scalar } from '@/lib/exact/atoms'
import type { Tensor } from '@/lib/exact/tensor'
import { quantityOf } from '../derivation/derive'
import { type Known, workOut } from '../derivation/known'
import type { Asked, Quantity } from '../derivation/quantity'
import { entryAt } from '../entry'
import type { StepPlan } from '../exercise'
import type { Numbers } from '../mistakes/numbers'

/** Answers to steps, by their ids. */
export type Answers = ReadonlyMap<string, Tensor<Scalar>>

/** What somebody writes at every step of an exercise who computes rightly from their own numbers. */
export class Sheets {
  /** Ids of the quantities that are written down whole. */
  readonly wholes: ReadonlySet<string>
  private readonly asked: readonly (readonly [string, Asked])[]

  constructor(
    steps: readonly StepPlan[],
    private readonly numbers: Numbers<Scalar>,
  ) {
    const { asked } = numbers.derivation
    this.asked = steps.flatMap(({ id }) => {
      const found = asked.get(id)
      return found === undefined ? [] : [[id, found] as const]
    })
    this.wholes = new Set(this.asked.flatMap(([, one]) => (one.index === null ? [one.quantity] : [])))
  }

  /** Null where a step has no value. */
  right(): Answers | null {
    return this.write(quantity => this.numbers.of(quantity.id))
  }

  /** The answers with another value at one quantity. */
  with(quantity: Quantity, value: Tensor<Scalar>): Answers | null {
    const { numbers } = this
    const { derivation, field, budget } = numbers
    const changing = this.after(quantity.id)
    const known: Known<Scalar> = {
      whole: id => {
        if (id === quantity.id) return value
        return changing.has(id) ? undefined : (numbers.of(id) ?? undefined)
      },
      entries: () => undefined,
    }
    const made = new Map<string, Tensor<Scalar>>()
    return this.write(target => {
      const found = made.get(target.id) ?? known.whole(target.id)
      if (found !== undefined) return found
      const worked = workOut(derivation, field, target, known, budget, target.rule, made)
      if (worked !== null) made.set(target.id, worked)
      return worked
    })
  }

  /** Whether a step asks for a quantity, or for something that rests on it. */
  reaches(quantity: string): boolean {
    const changing = this.after(quantity)
    return this.asked.some(([, asked]) => changing.has(asked.quantity))
  }

  /** A quantity and all that is computed from it. */
  private after(quantity: string): ReadonlySet<string> {
    const { derivation, budget } = this.numbers
    const changing = new Set([quantity])
    budget?.spend(derivation.quantities.size)
    for (const { id, rule } of derivation.quantities.values()) {
      if (rule.inputs.some(input => changing.has(input))) changing.add(id)
    }
    return changing
  }

  private write(value: (quantity: Quantity) => Tensor<Scalar> | null): Answers | null {
    const written = new Map<string, Tensor<Scalar>>()
    for (const [id, { quantity, index }] of this.asked) {
      const whole = value(quantityOf(this.numbers.derivation, quantity))
      if (whole === null) return null
      written.set(id, entryAt(whole, index))
    }
    return written
  }
}
