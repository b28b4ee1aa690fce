import * as z from 'zod/mini'
import { BoardExercise } from './board'
import { BoardPacing } from './pacing'
import { ClassStatistics, QuestionStatistics } from './statistics'
import { ToldAddress } from './step-address'
import { CellState } from './step-state'

/**
 * GET /api/teach/classes/[id]/history: what happened in a class, to be replayed on the grid of its board. Students and
 * steps are named by their index in `students` and `steps`, so that a class of 500 stays some hundred KB.
 */

/** States of the grid by the number that stands for them in a frame. */
export const cellStates = CellState.options

/** The count of numbers that describe one cell. */
export const cellNumbers = 8

/** What happened between the frame before and `at`. */
export const HistoryFrame = z.strictObject({
  at: z.number(),
  /**
   * Cells to be put in place of the old ones, `cellNumbers` numbers each: student, step, state, attempts, wrong, hints, the most
   * wrong answers alike, and 1 where the student was excused.
   */
  cells: z.array(z.number()),
  /** Indices of the students who answered in it. */
  answered: z.array(z.number()),
  /** Present when the pace changed. */
  pacing: z.optional(BoardPacing),
})
export type HistoryFrame = z.infer<typeof HistoryFrame>

export const HistoryMark = z.strictObject({
  at: z.number(),
  kind: z.enum(['pace', 'reveal', 'homework', 'exception']),
  words: z.string(),
})
export type HistoryMark = z.infer<typeof HistoryMark>

export const HistoryStudent = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Unix milliseconds since which the student is in the class. */
  since: z.number(),
})
export type HistoryStudent = z.infer<typeof HistoryStudent>

export const ClassHistory = z.strictObject({
  ok: z.literal(true),
  class: z.strictObject({ id: z.string(), title: z.string(), code: z.string() }),
  /** The exercises that the class works on, then others that were answered. */
  exercises: z.array(BoardExercise),
  students: z.array(HistoryStudent),
  steps: z.array(ToldAddress),
  sessions: z.array(z.strictObject({ from: z.number(), to: z.number() })),
  marks: z.array(HistoryMark),
  /** The pace before any change. */
  pacing: BoardPacing,
  frames: z.array(HistoryFrame),
  statistics: ClassStatistics,
  /** The questions in words that somebody answered. */
  questions: z.array(QuestionStatistics),
})
export type ClassHistory = z.infer<typeof ClassHistory>
