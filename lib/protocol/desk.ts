import * as z from 'zod/mini'
import { PublicExercise } from './exercise'
import { Id } from './ids'
import { limits } from './limits'
import type { Reply } from './replies'
import { StepVerdict } from './verdict'

/** Namespace `/desk`: one student's browser and the server. Who the student is comes from the cookie alone. */
export const deskNamespace = '/desk'

/** The handshake's `auth`: which class this page shows. The cookie must be of the same class. */
export const DeskAuth = z.strictObject({ class: Id })

export const StepAddress = z.strictObject({
  version: Id,
  step: z.string().check(z.minLength(1), z.maxLength(200)),
})
export type StepAddress = z.infer<typeof StepAddress>

const Cells = z
  .array(z.string().check(z.maxLength(limits.submissionChars)))
  .check(z.minLength(1), z.maxLength(limits.tensorEntries))

/** An answer: all cells of one step as typed, row-major. A cell over its limit comes back as `invalid`. */
export const Submit = z.strictObject({ ...StepAddress.shape, id: Id, cells: Cells })
export type Submit = z.infer<typeof Submit>

/** What a desk holds of one step: the latest graded answer, as acknowledged. */
export const StepRecord = z.strictObject({
  version: z.string(),
  step: z.string(),
  /** Id of the submission that this is the verdict of. */
  id: z.string(),
  cells: z.array(z.string()),
  result: StepVerdict,
  /** How many answers were counted at this step, this one included. */
  attempt: z.number(),
  /** The best verdict so far at this step (G12). */
  best: z.enum(['right', 'follows', 'wrong']),
  at: z.number(),
})
export type StepRecord = z.infer<typeof StepRecord>

export const DeskSnapshot = z.strictObject({
  student: z.strictObject({ id: z.string(), name: z.string() }),
  class: z.strictObject({ id: z.string(), title: z.string() }),
  exercises: z.array(PublicExercise),
  records: z.array(StepRecord),
})
export type DeskSnapshot = z.infer<typeof DeskSnapshot>

/**
 * The acknowledgement of an answer. `counted: false` says that nothing was recorded: the answer is invalid
 * (`record` is null, `result` says what is wrong at which cell), or the same text as the last one.
 */
export const SubmitReceipt = z.strictObject({
  ok: z.literal(true),
  id: z.string(),
  counted: z.boolean(),
  result: StepVerdict,
  record: z.nullable(StepRecord),
})
export type SubmitReceipt = z.infer<typeof SubmitReceipt>

export const Nothing = z.strictObject({})

export interface DeskToServer {
  /** After every (re)connection: the desk as the server has it. */
  enter: (message: unknown, reply: (answer: Reply<{ desk: DeskSnapshot }>) => void) => void
  submit: (message: unknown, reply: (answer: Reply<Omit<SubmitReceipt, 'ok'>>) => void) => void
  /** Something is being typed at this step; not stored. */
  working: (message: unknown, reply: (answer: Reply<object>) => void) => void
}

export interface ServerToDesk {
  /** The exercises of the class changed: the whole desk anew. */
  desk: (desk: DeskSnapshot) => void
  /** An answer given in another tab or on another device of the same student. */
  record: (record: StepRecord) => void
  /** This student's session ended (signed out here or elsewhere, removed, class deleted). */
  ended: (message: { message: string }) => void
}
