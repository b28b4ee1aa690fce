import type { Message } from '@/lib/words/argument'
import type { GradedStep } from './graded-step'
import type { Label } from './mistaken'

/** A verdict with what it rests on, and where its mistakes were made. */
export interface Graded {
  readonly verdict: GradedStep
  /**
   * Ids of the steps whose answers it rests on: it follows them, or would if [G5] let it, or is right for them as they were
   * rounded.
   */
  readonly follows: readonly string[]
  /** Ids of the steps to mend first, where [G5] keeps the verdict from following them; otherwise empty. */
  readonly mend: readonly string[]
  /** The mistakes of the verdict, each with the quantity it was made at; only with the verdict `wrong`. */
  readonly labels: readonly Label[]
}

/** Adds to a right verdict the line that says why it is right, if the step has one. */
export function withReason(verdict: GradedStep, reason: Message | null): GradedStep {
  return reason === null ? verdict : { ...verdict, sentences: [...verdict.sentences, reason] }
}

/** A verdict that rests on nothing, with no mistake known. */
export function plainly(verdict: GradedStep): Graded {
  return { verdict, follows: [], mend: [], labels: [] }
}
