import * as z from 'zod/mini'
import { Id } from './ids'
import { limits } from './limits'
import { StepAddress } from './step-address'

/** A teacher's own verdict on a student's step, with a note that the student reads. */
export const Override = z.strictObject({ verdict: z.enum(['right', 'wrong']), note: z.string() })
export type Override = z.infer<typeof Override>

/** What a teacher allows one student and not the class, or decides about answers of single students. */
export const ExceptCommand = z.discriminatedUnion('do', [
  /**
   * That many milliseconds more, from now or from the end of the countdown, whichever is later. `null` takes the time
   * back.
   */
  z.strictObject({
    do: z.literal('time'),
    student: Id,
    ms: z.nullable(z.number().check(z.int(), z.minimum(1000), z.maximum(limits.countdownMs))),
  }),
  /** A due date of the student's own (Unix milliseconds), or (null) that of the class again. */
  z.strictObject({
    do: z.literal('due'),
    student: Id,
    dueAt: z.nullable(z.number().check(z.int(), z.minimum(0), z.maximum(8.64e15))),
  }),
  /** Whether a step does not count for the student. */
  z.strictObject({ do: z.literal('excuse'), student: Id, on: StepAddress, excused: z.boolean() }),
  /**
   * Marks answers in words, each named by its student and its id: they get all of the points or none; null takes the mark back. The
   * note may be empty.
   */
  z.strictObject({
    do: z.literal('mark'),
    on: StepAddress,
    marks: z
      .array(z.strictObject({ student: Id, answer: Id }))
      .check(z.minLength(1), z.maxLength(limits.marksAtOnce)),
    verdict: z.nullable(Override.shape.verdict),
    note: z.string().check(z.maxLength(4 * limits.noteChars)),
  }),
  /** What the step counts as, whatever was answered, and why; null leaves it to the verdicts again. */
  z.strictObject({
    do: z.literal('override'),
    student: Id,
    on: StepAddress,
    verdict: z.nullable(Override.shape.verdict),
    note: z.string().check(z.maxLength(4 * limits.noteChars)),
  }),
])
export type ExceptCommand = z.infer<typeof ExceptCommand>
