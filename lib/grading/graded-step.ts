import type { Reason, Verdict } from '@/lib/protocol/verdict'
import type { Message } from '@/lib/words/argument'

export interface GradedCell {
  readonly verdict: Verdict
  /** What was proved; null where nothing was graded (the step is invalid). */
  readonly reason: Reason | null
  /** What is said at this cell; null where there is nothing to say. */
  readonly message: Message | null
}

/** The verdict on a step, with what is said of it as data. */
export interface GradedStep {
  readonly verdict: Verdict
  /** Row-major, one for each cell of the step's shape. */
  readonly cells: readonly GradedCell[]
  /** Ids of the mistakes whose rule gives exactly this answer. */
  readonly mistakes: readonly string[]
  /** A few sentences for the student, in order; none holds a right value (G9). A right verdict ends in why it is right. */
  readonly sentences: readonly Message[]
}
