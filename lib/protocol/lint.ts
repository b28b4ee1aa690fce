import * as z from 'zod/mini'
import { ChalkError } from './exercise'

/** For the author's page: what the numbers of an exercise hide. For teachers alone: answers can be told from it. */

/** Text that gives way to other text; line and column of its first character count from 1. */
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
      /** Of the step's `ask`. */
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
      /** How many of all collisions are gone then. */
      removes: z.number(),
    }),
  ),
})
export type ExerciseLint = z.infer<typeof ExerciseLint>
