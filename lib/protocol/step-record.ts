import * as z from 'zod/mini'
import { Override } from './exceptions'
import { ToldAddress } from './step-address'
import { CountedVerdict, StepVerdict } from './verdict'

/** What a desk holds of one step: the latest graded answer, as acknowledged. */
export const StepRecord = z.strictObject({
  ...ToldAddress.shape,
  /** Id of the submission on which this is the verdict. */
  id: z.string(),
  cells: z.array(z.string()),
  /** Null while verdicts are held back; then only the receipt of the answer is told. */
  result: z.nullable(StepVerdict),
  /** How many answers were counted at this step, this one included. */
  attempt: z.number(),
  /** How many of them a cap on attempts counts: answers given during one hold count once. */
  spent: z.number(),
  /** The best verdict so far at this step (G12); null while verdicts are held back. */
  best: z.nullable(CountedVerdict),
  at: z.number(),
  /** Present where the teacher's own verdict counts in place of `result`; left out while verdicts are held back. */
  override: z.optional(Override),
})
export type StepRecord = z.infer<typeof StepRecord>
