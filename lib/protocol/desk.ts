import * as z from 'zod/mini'
import { PublicExercise } from './exercise'
import { Id } from './ids'
import { limits } from './limits'
import { DeskPacing } from './pacing'
import type { Hand } from './presence'
import type { ClassProgress } from './progress'
import type { SentReceipt } from './receipt'
import type { Reply } from './replies'
import type { SolutionLine } from './solution'
import { StepAddress, ToldAddress } from './step-address'
import { StepRecord } from './step-record'
import { DeskTalk } from './talk'

/** Namespace `/desk`: one student's browser and the server. Who the student is comes from the cookie alone. */
export const deskNamespace = '/desk'

/** The handshake's `auth`: which class this page shows. The cookie must be of the same class. */
export const DeskAuth = z.strictObject({ class: Id })

const Cells = z
  .array(z.string().check(z.maxLength(limits.submissionChars)))
  .check(z.minLength(1), z.maxLength(limits.tensorEntries))

/** An answer: all cells of one step as typed, row-major. A cell over its limit comes back as `invalid`. */
export const Submit = z.strictObject({ ...StepAddress.shape, id: Id, cells: Cells })
export type Submit = z.infer<typeof Submit>

/** The hints of one step that this student has asked for, and whether there are more to ask for. */
export const StepHints = z.strictObject({
  ...ToldAddress.shape,
  given: z.array(z.string()),
  more: z.boolean(),
})
export type StepHints = z.infer<typeof StepHints>

/** What is right at a step that the teacher revealed, for this student's numbers: row-major, in lowest terms. */
export const RevealedStep = z.strictObject({
  ...ToldAddress.shape,
  cells: z.array(z.string()),
})
export type RevealedStep = z.infer<typeof RevealedStep>

export const DeskSnapshot = z.strictObject({
  student: z.strictObject({
    id: z.string(),
    name: z.string(),
    /** Other ids under which this person's browsers may have kept something: entries that were merged into this one. */
    was: z.optional(z.array(z.string())),
  }),
  class: z.strictObject({ id: z.string(), title: z.string() }),
  /** With the steps that are released, and no others. */
  exercises: z.array(PublicExercise),
  records: z.array(StepRecord),
  pacing: DeskPacing,
  /** Of the steps that have hints. */
  hints: z.array(StepHints),
  revealed: z.array(RevealedStep),
  /** Whether the student's hand is up. */
  hand: z.boolean(),
  talk: DeskTalk,
})
export type DeskSnapshot = z.infer<typeof DeskSnapshot>

export const Nothing = z.strictObject({})

export interface DeskToServer {
  /** After every (re)connection: the desk as the server has it. */
  enter: (message: unknown, reply: (answer: Reply<{ desk: DeskSnapshot }>) => void) => void
  submit: (message: unknown, reply: (answer: Reply<SentReceipt>) => void) => void
  /** Something is being typed at this step; not stored. */
  working: (message: unknown, reply: (answer: Reply<object>) => void) => void
  /** Asks for the next hint to a step. */
  hint: (message: unknown, reply: (answer: Reply<{ hints: StepHints }>) => void) => void
  /** This page can be seen, or not; not stored. */
  attend: (message: unknown, reply: (answer: Reply<object>) => void) => void
  /** Puts the student's hand up or down. */
  hand: (message: unknown, reply: (answer: Reply<Hand>) => void) => void
  /** A `Vote`. */
  vote: (message: unknown, reply: (answer: Reply<object>) => void) => void
  /** Asks for the worked solution of a step that was revealed. */
  solution: (message: unknown, reply: (answer: Reply<{ lines: SolutionLine[] }>) => void) => void
}

export interface ServerToDesk {
  /** The exercises of the class changed, or what is told of them: the whole desk anew. */
  desk: (desk: DeskSnapshot) => void
  /** An answer given in another tab or on another device of the same student. */
  record: (record: StepRecord) => void
  /** The teacher changed the pace, and nothing else on this desk. */
  pacing: (pacing: DeskPacing) => void
  /** A hint asked for on another page of the same student. */
  hints: (hints: StepHints) => void
  /** The hand was put up or down on another page, or taken down by the teacher. */
  hand: (hand: Hand) => void
  /** How far the class is: with every connection, then every few seconds at most, when it has changed. */
  progress: (progress: ClassProgress) => void
  /** The teacher said something or took it back, a poll was opened or closed, or this student voted. */
  talk: (talk: DeskTalk) => void
  /** This student's session ended (signed out here or elsewhere, removed, class deleted). */
  ended: (message: { message: string }) => void
}
