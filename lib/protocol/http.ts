import * as z from 'zod/mini'
import { ChalkError, PublicExercise } from './exercise'
import { Id } from './ids'
import { limits } from './limits'
import { ExerciseLint } from './lint'

/**
 * Bodies of the HTTP requests that change something (all POST, JSON, same origin). Each answers 200 with
 * `{ok: true, ...}` or an error status with a `Refusal`.
 */

/** Generous, because the server refuses text that is too long or empty in words, which a schema cannot. */
const Typed = z.string().check(z.maxLength(20_000))

/** POST /api/door: `JoinDoor`, what the form of joining has to ask. */
export const AskDoor = z.strictObject({ code: Typed })
/**
 * POST /api/join: `{ok, class, waiting}` and the student's cookie. Where somebody in the class has the typed name it is
 * `{ok, alike, mark}` without a cookie: nobody has joined, and the comer is asked who that is (`JoinAlike`).
 */
export const Join = z.strictObject({
  code: Typed,
  /** The name as typed or drawn; left out where a line of the roster is picked. */
  name: z.optional(Typed),
  number: z.optional(Typed),
  /** A line of the roster. */
  entry: z.optional(Id),
  /** Whether to wait for the teacher, because the line is taken. */
  ask: z.optional(z.boolean()),
  /** Whether the comer knows of the other person of this name, and is somebody else. */
  another: z.optional(z.boolean()),
})
/**
 * POST /api/pass: `{ok, pass, lastsMs, addresses}`, a code that opens the asking student's desk at one other device, and where
 * that device reaches the server.
 */
export const AskPass = z.strictObject({ class: Id })
/** POST /api/pass/use: `{ok, class}` and the student's cookie. */
export const UsePass = z.strictObject({ pass: Typed })
/** POST /api/recover: go on at another device; `{ok, class}` and the student's cookie. */
export const Recover = z.strictObject({ code: Typed, recovery: Typed })
/** POST /api/recovery-code: `{ok, recovery, code}` for the student signed in to the class. */
export const AskRecovery = z.strictObject({ class: Id })
/** POST /api/leave: ends the student's session on this browser. */
export const Leave = z.strictObject({ class: Id })

/** POST /api/teach/redeem: one-time link. A new teacher also sends `name` and `passphrase`. */
export const Redeem = z.strictObject({ token: Typed, name: z.optional(Typed), passphrase: z.optional(Typed) })
/** POST /api/teach/sign-in */
export const SignIn = z.strictObject({ name: Typed, passphrase: Typed })
/** POST /api/teach/passphrase: for the teacher signed in. */
export const SetPassphrase = z.strictObject({ passphrase: Typed })
/** POST /api/teach/invite (owner only): `{ok, path}` of a one-time link; with a class of theirs, a co-teacher's. */
export const Invite = z.strictObject({ class: z.optional(Id) })
/** POST /api/teach/sign-out */
export const SignOut = z.strictObject({})
/** POST /api/teach/classes: `{ok, class}`. */
export const OpenClass = z.strictObject({ title: Typed })
/** POST /api/teach/co-teachers: the class's owner names or removes a co-teacher. */
export const CoTeacher = z.strictObject({ class: Id, teacher: Id, named: z.boolean() })
/** POST /api/teach/exercises/check: `CheckedExercise`; nothing is stored. */
export const CheckExercise = z.strictObject({ source: z.string().check(z.maxLength(limits.chalkBytes * 2)) })
/** POST /api/teach/exercises: `{ok, exercise, version}` or `{ok: true, errors}`; with `exercise`, a new version of it. */
export const SaveExercise = z.strictObject({ ...CheckExercise.shape, exercise: z.optional(Id) })

/** A file with errors is an answer and not a failure: `errors` is then not empty and `view` is null. */
export const CheckedExercise = z.strictObject({
  ok: z.literal(true),
  errors: z.array(ChalkError),
  view: z.nullable(PublicExercise),
})
export type CheckedExercise = z.infer<typeof CheckedExercise>

/** POST /api/teach/exercises/preview: an exercise with its key, for a teacher who may choose this version. */
export const PreviewExercise = z.strictObject({ version: Id })

/** The right answer to a step, row-major; empty where it is answered in words. */
export const StepKeyCells = z.strictObject({ step: z.string(), cells: z.readonly(z.array(z.string())) })
export type StepKeyCells = z.infer<typeof StepKeyCells>

export const PreviewedExercise = z.strictObject({
  ok: z.literal(true),
  view: PublicExercise,
  key: z.array(StepKeyCells),
})
export type PreviewedExercise = z.infer<typeof PreviewedExercise>

/** POST /api/teach/exercises/lint with a `CheckExercise`; null for a file with errors. */
export const LintedExercise = z.strictObject({ ok: z.literal(true), lint: z.nullable(ExerciseLint) })
