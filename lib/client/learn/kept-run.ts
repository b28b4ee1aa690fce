import * as z from 'zod/mini'
import { StepHints } from '@/lib/protocol/desk'
import { GradedAnswer, ShownStep } from '@/lib/protocol/learn'
import { RunSeed } from '@/lib/protocol/learn-progress'

/** The work at one rung that is not finished, as a device keeps it. */
export const KeptRun = z.object({
  slug: z.string(),
  seed: RunSeed,
  /** The exercise's text, by its version: to another text these answers belong no more. */
  version: z.string(),
  /** The steps that were filled in, and those that were given up. */
  filled: z.array(ShownStep),
  givenUp: z.array(ShownStep),
  /** The latest counted answers with their verdicts. */
  graded: z.array(GradedAnswer),
  /** Typed text that differs from the latest answer. */
  drafts: z.array(ShownStep),
  hints: z.array(StepHints),
  /** Whether every step is done. */
  finished: z.boolean(),
})
export type KeptRun = z.infer<typeof KeptRun>
