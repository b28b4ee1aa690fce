import * as z from 'zod/mini'
import { Override } from './exceptions'
import { Choice, Question, StepFamily } from './exercise'
import { Id } from './ids'
import { limits } from './limits'
import { BoardPacing } from './pacing'
import { BoardDoor } from './people'
import { BoardPoll } from './poll'
import { Showing } from './projector'
import { ToldAddress } from './step-address'
import { CellState } from './step-state'
import { BoardMessage } from './talk'
import { CountedVerdict } from './verdict'

export const BoardStudent = z.strictObject({
  id: z.string(),
  /** The name with the mark that tells doubles apart: `Ada`, `Ada (2)`. */
  name: z.string(),
  presence: z.enum(['here', 'away', 'gone']),
  /** Unix milliseconds of joining. */
  joinedAt: z.number(),
  /** Unix milliseconds of the last answer, or null. */
  lastAnswerAt: z.nullable(z.number()),
  /** The step of the last answer, where there is one. */
  at: z.optional(ToldAddress),
  /** The raised hand, if it is up. Hands are in the order of `id`; `since` is in Unix milliseconds. */
  hand: z.nullable(z.strictObject({ id: z.number(), since: z.number() })),
  /** The student number, where there is one. */
  number: z.optional(z.string()),
  /** Until when this student may answer although a countdown has ended, where that was given: Unix milliseconds. */
  timeUntil: z.optional(z.number()),
  /** The student's own due date, where there is one: Unix milliseconds. */
  dueAt: z.optional(z.number()),
})
export type BoardStudent = z.infer<typeof BoardStudent>

export const BoardCell = z.strictObject({
  student: z.string(),
  ...ToldAddress.shape,
  state: CellState,
  /** Counted answers so far, and how many of them were wrong. */
  attempts: z.number(),
  wrong: z.number(),
  /** Hints that the student has asked for. */
  hints: z.number(),
  /** Ids of the mistakes that give exactly the latest answer, if that is wrong. */
  mistakes: z.array(z.string()),
  /** The largest number of wrong answers with one named mistake, or of those without a named one. */
  alike: z.number(),
  /** Present where the step does not count for this student. */
  excused: z.optional(z.literal(true)),
  /** Present where the teacher's own verdict counts: it, its note, and the verdict of the answers (`graded`). */
  override: z.optional(z.strictObject({ ...Override.shape, graded: CountedVerdict })),
})
export type BoardCell = z.infer<typeof BoardCell>

export const BoardStep = z.strictObject({
  id: z.string(),
  /** A short name for the head of a column, typeset and in words. */
  mathml: z.string(),
  title: z.string(),
  /** What it is called inside a sentence, as marked text; its title where this is left out. */
  name: z.optional(z.string()),
  family: z.optional(StepFamily),
  shape: z.array(z.number()),
  /** What the answers stand for, at a step that is answered by a choice. */
  choices: z.optional(z.array(Choice)),
  question: z.optional(Question),
})
export type BoardStep = z.infer<typeof BoardStep>

export const BoardExercise = z.strictObject({
  version: z.string(),
  title: z.string(),
  steps: z.array(BoardStep),
  /** Whether it has random values, so that students can have variants of it. */
  draws: z.boolean(),
})
export type BoardExercise = z.infer<typeof BoardExercise>

/** The name of a mistake in words. */
export const MistakeWords = z.strictObject({
  id: z.string(),
  words: z.string(),
  /** A question to who makes it, which points at the wrong rule and at no value. */
  nudge: z.optional(z.string()),
})
export type MistakeWords = z.infer<typeof MistakeWords>

export const BoardSnapshot = z.strictObject({
  /** Number of the last delta that this snapshot contains. */
  seq: z.number(),
  class: z.strictObject({ id: z.string(), title: z.string(), code: z.string() }),
  exercises: z.array(BoardExercise),
  students: z.array(BoardStudent),
  /** All cells but the untouched ones. */
  cells: z.array(BoardCell),
  pacing: BoardPacing,
  /** The names of all mistakes. */
  mistakeWords: z.array(MistakeWords),
  /** What the teachers said, the oldest first. */
  said: z.array(BoardMessage),
  /** The last poll, open or closed. */
  poll: z.nullable(BoardPoll),
  door: BoardDoor,
  showing: Showing,
})
export type BoardSnapshot = z.infer<typeof BoardSnapshot>

/** What changed since `from`; a board that is not at `from` asks for a snapshot. Upserts by id. */
export const BoardDelta = z.strictObject({
  from: z.number(),
  seq: z.number(),
  students: z.array(BoardStudent),
  cells: z.array(BoardCell),
  /** Present when the class's exercises changed. */
  exercises: z.optional(z.array(BoardExercise)),
  /** Present when the pace changed. */
  pacing: z.optional(BoardPacing),
  /** Present when something was said or taken back. */
  said: z.optional(z.array(BoardMessage)),
  /** Present when the poll changed, or somebody voted. */
  poll: z.optional(z.nullable(BoardPoll)),
  /** Ids of students who have left the class. */
  removed: z.optional(z.array(z.string())),
  /** Present when the class's door changed, or who waits there. */
  door: z.optional(BoardDoor),
  /** Present when something else is on the projector. */
  showing: z.optional(Showing),
})
export type BoardDelta = z.infer<typeof BoardDelta>

/** Which exercises the class works on, in this order: ids of exercise versions. */
export const ChooseExercises = z.strictObject({
  versions: z.array(Id).check(z.maxLength(limits.exercisesPerClass)),
})
