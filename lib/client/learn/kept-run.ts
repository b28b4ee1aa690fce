import * as z from 'zod/mini'
import { StepHints } from '@/lib/protocol/desk'
import { GradedAnswer, ShownStep, type TakenExercise, type Work } from '@/lib/protocol/learn'
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

/** The work at numbers that have just come. */
export function begunRun(slug: string, seed: RunSeed, taken: TakenExercise): KeptRun {
  const { exercise, filled, hints } = taken
  const { version } = exercise
  return { slug, seed, version, filled, givenUp: [], graded: [], drafts: [], hints, finished: false }
}

/** What the server is told of the work so far; nothing is done yet where there is none. */
export function workOf(slug: string, run: KeptRun | null): Work {
  if (run === null) return { slug, seed: null, answers: [], revealed: [] }
  const answers = run.graded.map(({ record, rests }) => ({
    step: record.step,
    cells: record.cells,
    rests,
    attempts: record.attempt,
  }))
  const revealed = [...run.filled, ...run.givenUp].map(({ step }) => step)
  return { slug, seed: run.seed, answers, revealed }
}

/** [G12] The best verdict counts, so that a right answer stays right. */
export function merged(before: readonly GradedAnswer[], after: readonly GradedAnswer[]): GradedAnswer[] {
  const all = new Map(before.map(graded => [graded.record.step, graded]))
  for (const graded of after) {
    const { record } = graded
    const known = all.get(record.step)?.record
    const best = known?.best === 'right' && record.attempt > known.attempt ? 'right' : record.best
    all.set(record.step, { ...graded, record: { ...record, best } })
  }
  return [...all.values()]
}
