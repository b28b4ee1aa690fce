import * as z from 'zod/mini'
import { ToldAddress } from './step-address'

/** How a class did at one step, all variants together. */
export const StepStatistics = z.strictObject({
  ...ToldAddress.shape,
  /** Students with a counted answer. */
  answered: z.number(),
  /**
   * How many of them were right with the first answer, are right in the end, or follow from an earlier answer in the
   * end.
   */
  firstTry: z.number(),
  right: z.number(),
  follows: z.number(),
  /** Median of the answers that a student gave until the first right one, or of all where none is; null without answers. */
  attempts: z.nullable(z.number()),
  /** Median of the class time from a student's last sign before this step to the first right answer; null where nobody is right. */
  msToRight: z.nullable(z.number()),
  /** Hints taken, of all students together. */
  hints: z.number(),
})
export type StepStatistics = z.infer<typeof StepStatistics>

/** What a class answered to a question in words: the latest answer of each student. */
export const QuestionStatistics = z.strictObject({
  ...ToldAddress.shape,
  /** Students with an answer. */
  answered: z.number(),
  /** The choices in their order, as marked text, and how many students chose each; empty where words are written. */
  chosen: z.array(z.strictObject({ choice: z.string(), students: z.number() })),
  /** What was written, and how a teacher marked it; empty where something is chosen. */
  written: z.array(
    z.strictObject({ student: z.string(), text: z.string(), mark: z.nullable(z.enum(['right', 'wrong'])) }),
  ),
  /** Students whose texts are not among them. */
  more: z.number(),
})
export type QuestionStatistics = z.infer<typeof QuestionStatistics>

export const MistakeStatistics = z.strictObject({
  /** Ids of named mistakes (docs/mistakes.md): one, or several that the numbers could not tell apart. */
  mistakes: z.array(z.string()),
  words: z.string(),
  students: z.number(),
  /** How many of them later got right every step at which they had made it. */
  past: z.number(),
  steps: z.array(z.strictObject({ ...ToldAddress.shape, students: z.number(), past: z.number() })),
})
export type MistakeStatistics = z.infer<typeof MistakeStatistics>

/** A mistake that a student made at two steps or with two sets of numbers, because a single one may be chance. */
export const StudentLabel = z.strictObject({
  student: z.string(),
  mistake: z.string(),
  words: z.string(),
  /** The number of steps and sets of numbers at which it was made. */
  matches: z.number(),
})
export type StudentLabel = z.infer<typeof StudentLabel>

export const ClassStatistics = z.strictObject({
  steps: z.array(StepStatistics),
  /** The most widespread first. */
  mistakes: z.array(MistakeStatistics),
  labels: z.array(StudentLabel),
})
export type ClassStatistics = z.infer<typeof ClassStatistics>
