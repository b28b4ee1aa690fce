import * as z from 'zod/mini'
import { ChalkError } from './exercise'

/**
 * What the numbers of an exercise hide, for the author's page. It is for teachers only, because it gives answers
 * away.
 */

/** A piece of text that is replaced by another; line and column of its first character count from 1. */
export const Replacement = z.strictObject({
  line: z.number(),
  column: z.number(),
  from: z.string(),
  to: z.string(),
})
export type Replacement = z.infer<typeof Replacement>

export const ExerciseLint = z.strictObject({
  warnings: z.array(ChalkError),
  /** Steps in which mistakes cannot be told from the right answer or from one another: one sentence for each. */
  collisions: z.array(
    z.strictObject({
      step: z.string(),
      /** The line of the step's `ask`. */
      line: z.number(),
      column: z.number(),
      sentences: z.array(z.string()),
    }),
  ),
  /** Small changes of the numbers that remove collisions, the best first. */
  suggestions: z.array(
    z.strictObject({
      /** `x[2,1] = 3`. */
      change: z.string(),
      edits: z.array(Replacement),
      /** The number of collisions that it removes. */
      removes: z.number(),
    }),
  ),
})
export type ExerciseLint = z.infer<typeof ExerciseLint>
