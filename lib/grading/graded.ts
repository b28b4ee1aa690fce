import type { GradedStep } from './graded-step'
import type { Label } from './mistaken'

/** A verdict with what it rests on, and where its mistakes were made. */
export interface Graded {
  readonly verdict: GradedStep
  /** Ids of the steps whose answers it follows, or would follow if [G5] let it. */
  readonly follows: readonly string[]
  /** Ids of the steps to mend first, where [G5] keeps the verdict from following them; otherwise empty. */
  readonly mend: readonly string[]
  /** The mistakes of the verdict, each with the quantity it was made at; only with the verdict `wrong`. */
  readonly labels: readonly Label[]
}

/** A verdict that rests on nothing, with no mistake known. */
export function plainly(verdict: GradedStep): Graded {
  return { verdict, follows: [], mend: [], labels: [] }
}
