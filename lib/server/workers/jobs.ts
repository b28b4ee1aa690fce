import type { Lock } from '@/lib/exercise'
import type { GradedStep, PollOption } from '@/lib/grading'
import type { Library } from '@/lib/notebook/library'
import type { ChalkError, PublicExercise } from '@/lib/protocol/exercise'
import type { StepKeyCells } from '@/lib/protocol/http'
import type { ToldOrder } from '@/lib/protocol/learn-order'
import type { ExerciseLint } from '@/lib/protocol/lint'
import type { SolutionLine } from '@/lib/protocol/solution'

/**
 * What a worker thread can be asked for. It is plain data, because it goes to the thread by structured clone. `seed`
 * is that of the student's variant.
 */
export interface Jobs {
  /** Reads a file and makes its key; for previews and before a version is stored. */
  check: {
    ask: { source: string }
    answer:
      | { title: string; view: PublicExercise; errors: [] }
      | { title: null; view: null; errors: ChalkError[] }
  }
  /** What a teacher looks at before choosing: the view, and the right answer to each step; null for a file with errors. */
  preview: {
    ask: { source: string }
    answer: { view: PublicExercise | null; key: readonly StepKeyCells[] }
  }
  /** What the numbers of a file hide; null for a file with errors. */
  lint: {
    ask: { source: string }
    answer: { lint: ExerciseLint | null }
  }
  /**
   * The whole public view of a stored version, and the parts of it that a student gets only when others are right;
   * whether it has random values, which differ from seed to seed; and the texts of its hints by step, which stay on
   * the server until they are asked for.
   */
  prepare: {
    ask: { version: string; source: string; seed?: number }
    answer:
      | {
          view: PublicExercise
          locks: readonly Lock[]
          draws: boolean
          hints: readonly (readonly [string, readonly string[]])[]
        }
      | { view: null }
  }
  /** The right answer to a step, row-major, in lowest terms; null where there is no such step. */
  solution: {
    ask: { version: string; source: string; seed?: number; step: string }
    answer: { cells: readonly string[] | null }
  }
  /** A step's worked solution, line by line; null where there is no such step. */
  worked: {
    ask: { version: string; source: string; seed?: number; step: string }
    answer: { lines: readonly SolutionLine[] | null }
  }
  /**
   * The lines of a step's worked solution to be put in order, and, where somebody has placed some, the verdict on that; null where these
   * numbers make no such item.
   */
  order: {
    ask: { version: string; source: string; seed?: number; step: string; placed: readonly number[] | null }
    answer: { order: ToldOrder | null }
  }
  /** A Jupyter notebook, as JSON (lib/notebook). Null of a file with errors, and where an operation has no line in Python. */
  notebook: {
    ask: { version: string; source: string; seed?: number; library: Library }
    answer: { notebook: string | null }
  }
  /**
   * Wrong answers to a step, as typed, as options of a poll (`lib/grading/options.ts`), with the right one among them where
   * that is wanted; null where there is no such step.
   */
  options: {
    ask: {
      version: string
      source: string
      seed?: number
      step: string
      answers: readonly (readonly string[])[]
      right: boolean
    }
    answer: { options: readonly PollOption[] | null }
  }
  grade: {
    ask: {
      version: string
      source: string
      seed?: number
      step: string
      cells: readonly string[]
      /** The student's latest answers to the exercise's other steps: step ids with cells. */
      earlier: readonly (readonly [step: string, cells: readonly string[]])[]
      /** Ids of the steps whose solution was revealed: nothing follows from an answer to them ([G5]). */
      revealed?: readonly string[]
    }
    /** `follows`: ids of the steps among `earlier` that the verdict rests on. */
    answer: { verdict: GradedStep | null; follows: readonly string[]; engine: string }
  }
}

export type JobName = keyof Jobs

/** Whose work a job is: classes', where it is not said. That of visitors without a class stands behind all of it. */
export type Lane = 'classes' | 'visitors'

export type Ask = { [Name in JobName]: { job: Name; lane?: Lane } & Jobs[Name]['ask'] }[JobName]

/**
 * Jobs go from the pool to a worker in batches and come back one by one. `ready` comes once, when the engine is
 * loaded; no deadline runs before it.
 */
export type ToWorker = readonly { id: number; ask: Ask }[]
export type FromWorker =
  | { type: 'ready' }
  | { id: number; type: 'done'; answer: Jobs[JobName]['answer'] }
  | { id: number; type: 'failed'; message: string }

/** Milliseconds a job may take once it has begun. */
export const deadlines: Record<JobName, number> = {
  check: 4000,
  preview: 4000,
  lint: 20_000,
  prepare: 6000,
  grade: 2000,
  solution: 6000,
  worked: 6000,
  notebook: 6000,
  order: 6000,
  options: 6000,
}

/** `busy`: the queue is full, or the job ran past its deadline and its worker was ended. `failed`: our fault. */
export type Outcome<Name extends JobName> =
  | { ok: true; answer: Jobs[Name]['answer'] }
  | { ok: false; why: 'busy' | 'failed' }
