import * as z from 'zod/mini'
import { PublicExercise } from './exercise'
import { Id } from './ids'
import { limits } from './limits'
import { DeskPacing } from './pacing'
import { StepAddress, ToldAddress } from './step-address'
import { StepRecord } from './step-record'
import { DeskTalk } from './talk'

const Cells = z
  .array(z.string().check(z.maxLength(limits.submissionChars)))
  .check(z.minLength(1), z.maxLength(limits.tensorEntries))

/** An answer: all cells of one step as typed, row-major. A cell beyond its limit makes the step `invalid`. */
export const Submit = z.strictObject({ ...StepAddress.shape, id: Id, cells: Cells })
export type Submit = z.infer<typeof Submit>

/** The hints of one step that this student has asked for, and whether there are more to ask for. */
export const StepHints = z.strictObject({
  ...ToldAddress.shape,
  given: z.array(z.string()),
  more: z.boolean(),
})
export type StepHints = z.infer<typeof StepHints>

/** The solution of a step that the teacher revealed, with this student's numbers: row-major, in lowest terms. */
export const RevealedStep = z.strictObject({
  ...ToldAddress.shape,
  cells: z.array(z.string()),
})
export type RevealedStep = z.infer<typeof RevealedStep>

export const DeskSnapshot = z.strictObject({
  student: z.strictObject({
    id: z.string(),
    name: z.string(),
    /** Ids of entries that were merged into this one, under which this person's browsers may have kept something. */
    was: z.optional(z.array(z.string())),
  }),
  class: z.strictObject({ id: z.string(), title: z.string() }),
  /** The exercises, with the released steps only. */
  exercises: z.array(PublicExercise),
  records: z.array(StepRecord),
  pacing: DeskPacing,
  /** The hints of the steps that have any. */
  hints: z.array(StepHints),
  revealed: z.array(RevealedStep),
  /** The steps that do not count for this student; left out where all do. */
  excused: z.optional(z.array(ToldAddress)),
  /** Whether the student's hand is up. */
  hand: z.boolean(),
  talk: DeskTalk,
})
export type DeskSnapshot = z.infer<typeof DeskSnapshot>
