import * as z from 'zod/mini'
import { Id } from './ids'
import { limits } from './limits'
import { RunningSection, SectionSlug } from './section'
import { StepAddress, StepOrWhole, ToldAddress } from './step-address'

/** A countdown has at least a second and at most a day. */
const Milliseconds = z.number().check(z.int(), z.minimum(1000), z.maximum(limits.countdownMs))
/** Unix milliseconds, as far as a date goes. */
const Moment = z.number().check(z.int(), z.minimum(0), z.maximum(8.64e15))
const Attempts = z.number().check(z.int(), z.minimum(1), z.maximum(limits.attemptsCap))
const Steps = z
  .array(z.string().check(z.minLength(1), z.maxLength(200)))
  .check(z.minLength(1), z.maxLength(400))

/** What a teacher does to the pace of a class; each takes effect on every desk and every board. */
export const PacingCommand = z.discriminatedUnion('do', [
  /** From now on an answer is received without a verdict. */
  z.strictObject({ do: z.literal('hold') }),
  /** Shows the verdicts of one step, or (null) of all: from now on they come at once. */
  z.strictObject({ do: z.literal('open'), on: z.nullable(StepAddress) }),
  /** Sets whether each student gets a variant of their own of exercises with random values. */
  z.strictObject({ do: z.literal('numbers'), own: z.boolean() }),
  /** Puts steps (null: the exercise as a whole) on the desks, or takes them away. */
  z.strictObject({ do: z.literal('release'), version: Id, steps: z.nullable(Steps), released: z.boolean() }),
  z.strictObject({ do: z.literal('pause'), paused: z.boolean() }),
  /** Brings everybody to a step; null ends it. */
  z.strictObject({ do: z.literal('focus'), on: z.nullable(StepAddress) }),
  /** Sets a countdown, for one step or (null) for the class. `ms: null` takes it away, and what it closed is open again. */
  z.strictObject({ do: z.literal('time'), ms: z.nullable(Milliseconds), on: z.nullable(StepAddress) }),
  /** [G12] How many answers count at each step; null for any number. */
  z.strictObject({ do: z.literal('cap'), attempts: z.nullable(Attempts) }),
  z.strictObject({ do: z.literal('hints'), allowed: z.boolean() }),
  /** Reopens the class as homework that is due then (Unix milliseconds), or (null) ends that. */
  z.strictObject({ do: z.literal('homework'), dueAt: z.nullable(Moment), late: z.boolean() }),
  /** Shows everybody the step's solution. It cannot be undone. */
  z.strictObject({ do: z.literal('reveal'), on: StepAddress }),
  /** Gives the desks the text of a section of the lesson, or (null) takes it away. */
  z.strictObject({ do: z.literal('section'), slug: z.nullable(SectionSlug) }),
])
export type PacingCommand = z.infer<typeof PacingCommand>

/** A countdown. At 0 the step (null: the whole class) takes no more answers. */
export const Countdown = z.strictObject({
  remainingMs: z.number(),
  on: z.nullable(ToldAddress),
  /** Present where this student has more time than the class. */
  own: z.optional(z.literal(true)),
})
export type Countdown = z.infer<typeof Countdown>

/** Homework: when it is due, by the server's clock, and how long that is from the moment of sending. */
export const DeskHomework = z.strictObject({
  dueAt: z.number(),
  remainingMs: z.number(),
  /** Whether answers are still taken after that; they count as late. */
  late: z.boolean(),
  /** Present where the date is this student's own and not the class's. */
  own: z.optional(z.literal(true)),
})
export type DeskHomework = z.infer<typeof DeskHomework>

/** What a desk knows of the pace of its class. Steps that are not released are not named. */
export const DeskPacing = z.strictObject({
  paused: z.boolean(),
  cap: z.nullable(z.number()),
  /** Whether hints are given out. */
  hints: z.boolean(),
  /** The step to which the class is brought, with a new `id` each time. */
  focus: z.nullable(z.strictObject({ id: z.number(), ...ToldAddress.shape })),
  countdown: z.nullable(Countdown),
  /** Present while the class is homework. */
  homework: z.optional(DeskHomework),
  /** Present while the class reads a section of the lesson. */
  section: z.optional(RunningSection),
})
export type DeskPacing = z.infer<typeof DeskPacing>

/** The same for a board, which sees all of it. */
export const BoardPacing = z.strictObject({
  ...DeskPacing.shape,
  /** Whether verdicts are held back, except for the steps in `opened`. */
  held: z.boolean(),
  opened: z.array(ToldAddress),
  ownNumbers: z.boolean(),
  /** What is not on the desks: steps, and (step null) whole exercises. */
  withheld: z.array(StepOrWhole),
  revealed: z.array(ToldAddress),
})
export type BoardPacing = z.infer<typeof BoardPacing>
