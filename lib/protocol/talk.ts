import * as z from 'zod/mini'
import { Id } from './ids'
import { limits } from './limits'
import { DeskPoll } from './poll'
import { StepAddress, ToldAddress } from './step-address'

/** Generous, because the server refuses text that is too long or empty in words, which a schema cannot. */
const Typed = z.string().check(z.maxLength(4 * limits.messageChars))
const Students = z.array(Id).check(z.minLength(1), z.maxLength(limits.studentsPerClass))

/** A named mistake (docs/mistakes.md) at one step. It stands for all students whose latest answer there shows it. */
export const MistakeAt = z.strictObject({
  mistake: z.string().check(z.minLength(1), z.maxLength(100)),
  ...StepAddress.shape,
})
export type MistakeAt = z.infer<typeof MistakeAt>

/** Whom a teacher writes to: everyone (null), these students, or all who made a mistake, as known when it is sent. */
export const Addressees = z.nullable(z.union([Students, MistakeAt]))
export type Addressees = z.infer<typeof Addressees>

export const SayCommand = z.discriminatedUnion('do', [
  /** `on` puts the message at that step too, as a hint from the teacher. */
  z.strictObject({ do: z.literal('say'), to: Addressees, text: Typed, on: z.nullable(StepAddress) }),
  /** Takes a message off every desk. */
  z.strictObject({ do: z.literal('take-back'), message: z.number().check(z.int(), z.minimum(1)) }),
])
export type SayCommand = z.infer<typeof SayCommand>

/** What was said, as every teacher of the class sees it. */
export const BoardMessage = z.strictObject({
  id: z.number(),
  /** Unix milliseconds. */
  at: z.number(),
  text: z.string(),
  on: z.nullable(ToldAddress),
  /** Whom it was sent to; null for everyone. */
  to: z.nullable(
    z.strictObject({
      count: z.number(),
      /** Ids of the first few students. */
      students: z.array(z.string()),
      /** The mistake that they had in common. */
      because: z.nullable(z.strictObject({ mistake: z.string(), ...ToldAddress.shape })),
    }),
  ),
})
export type BoardMessage = z.infer<typeof BoardMessage>

/** A message at one desk. It does not tell who else has it, and names no step that is not on this desk. */
export const DeskMessage = z.strictObject({
  id: z.number(),
  at: z.number(),
  text: z.string(),
  on: z.nullable(ToldAddress),
})
export type DeskMessage = z.infer<typeof DeskMessage>

/** All that the teacher says to one student now. */
export const DeskTalk = z.strictObject({
  /** The oldest first. */
  messages: z.array(DeskMessage),
  poll: z.nullable(DeskPoll),
})
export type DeskTalk = z.infer<typeof DeskTalk>
