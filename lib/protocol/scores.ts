import * as z from 'zod/mini'
import { BoardStep } from './board'
import { Override } from './exceptions'

/** The scores of a class as its teachers look at them, before any file is made of them. Points have at most three places. */

/** What one student has at one step. */
export const StepScore = z.strictObject({
  /** Null where nothing was answered, where the answer waits to be marked, and where the student is excused. */
  points: z.nullable(z.number()),
  excused: z.optional(z.literal(true)),
  /** The answer is in words and waits to be marked; it gives no points before. */
  waiting: z.optional(z.literal(true)),
  /** Answers after the due date made it more. */
  late: z.optional(z.literal(true)),
  override: z.optional(Override),
})
export type StepScore = z.infer<typeof StepScore>

/** A sum over steps: of one exercise, or of all. */
export const SumScore = z.strictObject({
  /** Null where the student has answered none of them. */
  points: z.nullable(z.number()),
  /** The points of all steps but those from which the student is excused. */
  outOf: z.number(),
})
export type SumScore = z.infer<typeof SumScore>

export const StudentScores = z.strictObject({
  id: z.string(),
  name: z.string(),
  number: z.nullable(z.string()),
  /** The student's own due date, in Unix milliseconds; null where the class's holds. */
  dueAt: z.nullable(z.number()),
  /** By exercise, then by step, in the order of `exercises`. */
  steps: z.array(z.array(StepScore)),
  exercises: z.array(SumScore),
  total: SumScore,
})
export type StudentScores = z.infer<typeof StudentScores>

export const ScoredExercise = z.strictObject({
  version: z.string(),
  title: z.string(),
  points: z.number(),
  /** The part of all points of the class that is this exercise's, from 0 to 1. */
  weight: z.number(),
  steps: z.array(z.strictObject({ ...BoardStep.shape, points: z.number() })),
})
export type ScoredExercise = z.infer<typeof ScoredExercise>

export const ClassScores = z.strictObject({
  class: z.strictObject({ id: z.string(), title: z.string() }),
  /** Null where the class is not homework. */
  homework: z.nullable(z.strictObject({ dueAt: z.number(), late: z.boolean() })),
  points: z.number(),
  exercises: z.array(ScoredExercise),
  /** In the order of joining. */
  students: z.array(StudentScores),
})
export type ClassScores = z.infer<typeof ClassScores>

/** A sum as a grade book has it that knows of no exceptions: as many of `most` points. Null without an answer. */
export function outOfMost({ points, outOf }: SumScore, most: number): number | null {
  if (points === null || outOf === 0) return null
  return Math.round((1000 * points * most) / outOf) / 1000
}

/** Whether a student is excused from all of it. */
export function allExcused({ outOf }: SumScore): boolean {
  return outOf === 0
}
