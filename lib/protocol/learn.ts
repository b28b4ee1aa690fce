import * as z from 'zod/mini'
import { StepHints } from './desk'
import { PublicExercise } from './exercise'
import { SolutionLine } from './solution'
import { StepRecord } from './step-record'
import { StepVerdict } from './verdict'

/**
 * Bodies of `POST /api/learn/…` (JSON, same origin), by which somebody works without a class. The server keeps nothing of it: each
 * question brings the work so far.
 */

/** Bounds of one visitor's question, below those of a class. */
export const learnLimits = {
  /** Characters of all cells together. */
  chars: 32_768,
  cells: 1024,
  steps: 400,
  /**
   * The seeds of people who learn alone, lowest and highest. Those of students of a class are far below, so nobody can look up
   * here what another one's numbers come to.
   */
  seedLeast: 2 ** 30,
  seedMost: 2 ** 31 - 1,
} as const

export const Slug = z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.maxLength(80))
const StepId = z.string().check(z.minLength(1), z.maxLength(200))
const StepIds = z.array(StepId).check(z.maxLength(learnLimits.steps))
const Cells = z
  .array(z.string().check(z.maxLength(learnLimits.chars)))
  .check(z.minLength(1), z.maxLength(learnLimits.cells))

/** The latest counted answer to a step. */
export const GivenAnswer = z.strictObject({
  step: StepId,
  cells: Cells,
  /** Ids of the steps on whose answers its verdict rests, as the server told them. */
  rests: StepIds,
  /** How many answers were counted at the step, this one included. */
  attempts: z.int().check(z.gte(1), z.lte(100_000)),
})
export type GivenAnswer = z.infer<typeof GivenAnswer>

/** Null for the rung's own numbers. */
const Seed = z.nullable(z.int().check(z.gte(learnLimits.seedLeast), z.lte(learnLimits.seedMost)))

/** What somebody has done so far with one set of numbers. */
export const Work = z.strictObject({
  slug: Slug,
  seed: Seed,
  answers: z.array(GivenAnswer).check(z.maxLength(learnLimits.steps)),
  /** Ids of the steps that were filled in or given up. */
  revealed: StepIds,
})
export type Work = z.infer<typeof Work>

/** POST /api/learn/exercise: `TakenExercise`. */
export const TakeExercise = z.strictObject({
  ...Work.shape,
  /** How many of the last steps are filled in; all where it is more than there are. */
  filled: z.int().check(z.gte(0), z.lte(learnLimits.steps)),
})
export type TakeExercise = z.infer<typeof TakeExercise>

/** A step whose answer is shown: row-major, in lowest terms. */
export const ShownStep = z.strictObject({ step: z.string(), cells: z.array(z.string()) })
export type ShownStep = z.infer<typeof ShownStep>

export const TakenExercise = z.strictObject({
  exercise: PublicExercise,
  /** The steps that are filled in. */
  filled: z.array(ShownStep),
  hints: z.array(StepHints),
  /** Whether other numbers can be drawn. */
  draws: z.boolean(),
})
export type TakenExercise = z.infer<typeof TakenExercise>

/** A verdict as a desk shows it, and the ids of the steps on whose answers it rests. */
export const GradedAnswer = z.strictObject({ record: StepRecord, rests: z.array(z.string()) })
export type GradedAnswer = z.infer<typeof GradedAnswer>

/** POST /api/learn/check: `CheckedStep`. An earlier answer to the step stands among the others. */
export const CheckStep = z.strictObject({
  ...Work.shape,
  step: StepId,
  cells: Cells,
})
export type CheckStep = z.infer<typeof CheckStep>

export const CheckedStep = z.strictObject({
  result: StepVerdict,
  /** Null where the answer cannot be read and does not count ([G2]). */
  graded: z.nullable(GradedAnswer),
  /** Other answers of which this one changed what they rest on, as graded now ([G5]). */
  renewed: z.array(GradedAnswer),
  /** The exercise as it is open now, where parts of it wait for answers; null where none does. */
  exercise: z.nullable(PublicExercise),
})
export type CheckedStep = z.infer<typeof CheckedStep>

/** POST /api/learn/hint: `GivenHints`, the first `nth` hints to a step. */
export const AskHint = z.strictObject({
  ...Work.shape,
  step: StepId,
  nth: z.int().check(z.gte(1), z.lte(20)),
})
export type AskHint = z.infer<typeof AskHint>

export const GivenHints = z.strictObject({ hints: StepHints })
export type GivenHints = z.infer<typeof GivenHints>

/**
 * POST /api/learn/solution: `ToldSolution`. It is told where the answer among `answers` is right, where the step is among
 * `revealed`, or where it is given up now.
 */
export const AskSolution = z.strictObject({ ...Work.shape, step: StepId, givenUp: z.boolean() })
export type AskSolution = z.infer<typeof AskSolution>

export const ToldSolution = z.strictObject({
  lines: z.array(SolutionLine),
  /** The right answer; null where there is none to show, as of a question in words. */
  cells: z.nullable(z.array(z.string())),
  /** Other answers that rested on the step that was given up, as graded now. */
  renewed: z.array(GradedAnswer),
  exercise: z.nullable(PublicExercise),
})
export type ToldSolution = z.infer<typeof ToldSolution>

/** GET /learn/exercises/SLUG/notebook?with=LIBRARY&seed=SEED: a Jupyter notebook; without a seed, of the rung's own numbers. */
export const AskNotebook = z.strictObject({
  slug: Slug,
  seed: Seed,
  library: z.enum(['numpy', 'torch', 'jax']),
})
export type AskNotebook = z.infer<typeof AskNotebook>
