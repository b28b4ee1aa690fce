import * as z from 'zod/mini'
import { Id } from './ids'

/**
 * Progress that leaves its device, in a file or behind a code, and the requests that carry it. What comes from elsewhere is bounded;
 * what a device kept itself is read with `Progress`.
 */
export const learnerLimits = {
  /** Rungs of one person, more than the library has. */
  rungs: 300,
  /** Characters of a file of progress. */
  fileChars: 262_144,
} as const

const Count = z.int().check(z.gte(0), z.lte(1_000_000))
const Seed = z.nullable(z.int().check(z.gte(0), z.lte(2 ** 31 - 1)))
/** Unix milliseconds, up to the last date that there is. */
const Time = z.int().check(z.gte(0), z.lte(8.64e15))
const Slug = z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.maxLength(80))

/** A `RungProgress` from elsewhere: whoever has mastered a rung knows when it returns. */
export const CarriedRung = z
  .object({
    run: z.nullable(z.object({ seed: Seed, filled: Count, missed: z.boolean() })),
    finished: Count,
    filled: z.nullable(Count),
    clean: z.array(Seed).check(z.maxLength(8)),
    masteredAt: z.nullable(Time),
    stage: z.int().check(z.gte(0), z.lte(20)),
    dueAt: z.nullable(Time),
    lastAt: Time,
  })
  .check(z.refine(({ masteredAt, dueAt }) => (masteredAt === null) === (dueAt === null), { path: ['dueAt'] }))

/** A `Progress` from elsewhere. */
export const CarriedProgress = z.object({
  rungs: z
    .record(Slug, CarriedRung)
    .check(z.refine(rungs => Object.keys(rungs).length <= learnerLimits.rungs)),
  items: Count,
})
export type CarriedProgress = z.infer<typeof CarriedProgress>

/** What tells the server that a device holds the progress of a learner; null where it has not been told. */
const Token = z.nullable(z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)))

/**
 * POST /api/learn/pass: `{ok, pass, lastsMs, addresses}` and `Known`, a code that brings the progress to one other device, and where that
 * device reaches the server.
 */
export const AskLearnerPass = z.strictObject({ token: Token, progress: CarriedProgress })
export type AskLearnerPass = z.infer<typeof AskLearnerPass>

/** POST /api/learn/pass/use: `Fetched`. */
export const UseLearnerPass = z.strictObject({ token: Token, pass: z.string().check(z.maxLength(20_000)) })
export type UseLearnerPass = z.infer<typeof UseLearnerPass>

/** POST /api/learn/desk/keep: `Known`, for the student who is signed in to the class. */
export const KeepWithDesk = z.strictObject({ token: Token, class: Id, progress: CarriedProgress })
export type KeepWithDesk = z.infer<typeof KeepWithDesk>

/** POST /api/learn/desk/fetch: `Fetched`, for the student who is signed in to the class and has kept progress with the desk. */
export const FetchFromDesk = z.strictObject({ token: Token, class: Id })
export type FetchFromDesk = z.infer<typeof FetchFromDesk>

/** POST /api/learn/desk: `{ok, slugs}`, the exercises of the library that the asking student's class has. */
export const AskDeskRungs = z.strictObject({ class: Id })

/** POST /api/learn/forget: deletes the learner, with everything that the server keeps of them. */
export const ForgetLearner = z.strictObject({ token: Token })

/** How the server knows the device from now on. */
export const Known = z.object({
  token: z.string(),
  /** Until when the server keeps the progress, in Unix milliseconds; null where it is kept with a desk. */
  keptUntil: z.nullable(z.number()),
})
export type Known = z.infer<typeof Known>

export const Fetched = z.object({ ...Known.shape, progress: CarriedProgress })
export type Fetched = z.infer<typeof Fetched>
