import * as z from 'zod/mini'
import { ToldAddress } from './step-address'
import { StepVerdict } from './verdict'

/** What a desk holds of one step: the latest graded answer, as acknowledged. */
export const StepRecord = z.strictObject({
  ...ToldAddress.shape,
  /** Id of the submission that this is the verdict of. */
  id: z.string(),
  cells: z.array(z.string()),
  /** Null while verdicts are held back: the answer was received, and no more is said. */
  result: z.nullable(StepVerdict),
  /** How many answers were counted at this step, this one included. */
  attempt: z.number(),
  /** How many of them a cap on attempts counts: those given while verdicts are held back are one together. */
  spent: z.number(),
  /** The best verdict so far at this step (G12); null while verdicts are held back. */
  best: z.nullable(z.enum(['right', 'follows', 'wrong'])),
  at: z.number(),
})
export type StepRecord = z.infer<typeof StepRecord>
