import * as z from 'zod/mini'
import { Id } from './ids'
import { limits } from './limits'
import { StepAddress } from './step-address'
import { CellVerdict, StepVerdict } from './verdict'

/** What a board asks for when a teacher looks closer. It is read from the rows and is not part of the board's state. */

/** What one student answered to one step. */
export const AskAttempts = z.strictObject({ ...StepAddress.shape, student: Id })

/** One answer of a student, with its verdict. */
export const Attempt = z.strictObject({
  id: z.string(),
  cells: z.array(z.string()),
  result: StepVerdict,
  at: z.number(),
})
export type Attempt = z.infer<typeof Attempt>

/** Asks what students typed whose latest answer to a step shows one mistake. */
export const AskTyped = z.strictObject({
  ...StepAddress.shape,
  mistake: z.string().check(z.minLength(1), z.maxLength(limits.mistakeChars)),
})

/** One text and the students who typed exactly that. */
export const Typed = z.strictObject({
  cells: z.array(z.string()),
  /** Row-major. */
  verdicts: z.array(CellVerdict),
  /** Ids of the students, in the order of joining. */
  students: z.array(z.string()),
})
export type Typed = z.infer<typeof Typed>

/** Different texts, the most frequent first. */
export const TypedAnswers = z.strictObject({
  typed: z.array(Typed),
  /** Students whose texts are not among them. */
  more: z.number(),
})
export type TypedAnswers = z.infer<typeof TypedAnswers>

/** A student's latest answer to a question in words. */
export const WordsAnswer = z.strictObject({
  student: z.string(),
  /** Id under which it was handed in. */
  id: z.string(),
  /** What was chosen, or what was written. */
  cells: z.array(z.string()),
  at: z.number(),
})
export type WordsAnswer = z.infer<typeof WordsAnswer>

/** What a class answered to a question in words, the oldest answer first. */
export const WordsAnswers = z.strictObject({
  answers: z.array(WordsAnswer),
  /** Students whose answers are not among them. */
  more: z.number(),
})
export type WordsAnswers = z.infer<typeof WordsAnswers>

/** One student's desk in one exercise. */
export const AskDesk = z.strictObject({ student: Id, version: Id })

/** A step that a student has answered or asked hints for. */
export const DeskStep = z.strictObject({
  step: z.string(),
  /** Null where nothing was answered yet. */
  latest: z.nullable(Attempt),
  /** The hints that the student has. */
  hints: z.array(z.string()),
})
export type DeskStep = z.infer<typeof DeskStep>

/** Takes a student's hand down. */
export const LowerHand = z.strictObject({ student: Id })
