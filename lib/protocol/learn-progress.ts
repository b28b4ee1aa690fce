import * as z from 'zod/mini'

/** What a device keeps of somebody's way through the lesson. It never leaves the device by itself. */

/** The numbers of a run: the rung's own (null), or those of a seed. */
export const RunSeed = z.nullable(z.number())
export type RunSeed = z.infer<typeof RunSeed>

/** One go through a rung with one set of numbers. */
export const Run = z.object({
  seed: RunSeed,
  /** How many of its last steps were filled in. */
  filled: z.number(),
  /** Whether some step was not right at the first try, or was given up. */
  missed: z.boolean(),
})
export type Run = z.infer<typeof Run>

export const RungProgress = z.object({
  /** The run that is not finished; null where there is none. */
  run: z.nullable(Run),
  /** How many runs were finished, the worked example among them. */
  finished: z.number(),
  /** How many steps are filled in next: null before the first run, when all are. */
  filled: z.nullable(z.number()),
  /** The seeds of the last runs that were right throughout and had nothing filled in, without a miss in between. */
  clean: z.array(RunSeed),
  /** When it was mastered first, in Unix milliseconds; null before. */
  masteredAt: z.nullable(z.number()),
  /** Index of the pause after which it returns (`pausesInDays` of lib/learning). */
  stage: z.number(),
  /** When it returns, in Unix milliseconds; null before it is mastered. */
  dueAt: z.nullable(z.number()),
  /** When anything was last done in it, in Unix milliseconds. */
  lastAt: z.number(),
})
export type RungProgress = z.infer<typeof RungProgress>

export const Progress = z.object({
  /** By the rungs' slugs. */
  rungs: z.record(z.string(), RungProgress),
  /** How many runs were finished in all, worked examples aside. */
  items: z.number(),
})
export type Progress = z.infer<typeof Progress>

/** The file that a person exports. */
export const ProgressFile = z.object({
  chalkgrad: z.literal('progress'),
  format: z.literal(1),
  /** Unix milliseconds. */
  savedAt: z.number(),
  progress: Progress,
})
export type ProgressFile = z.infer<typeof ProgressFile>
