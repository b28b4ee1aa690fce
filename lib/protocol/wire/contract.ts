import * as z from 'zod/mini'
import { Id } from '../ids'
import type { Reply } from '../replies'
import { protocolVersion } from './version'

/** A message that a page sends: its schema, and that of what a good answer holds besides `ok`. */
export interface Ask<
  Question extends z.ZodMiniType = z.ZodMiniType,
  Answer extends z.ZodMiniType = z.ZodMiniType,
> {
  readonly question: Question
  readonly answer: Answer
}

/** A message that the server sends unasked. `acknowledged`: the page says when it has taken it in. */
export interface News<Body extends z.ZodMiniType = z.ZodMiniType, Acknowledged extends boolean = boolean> {
  readonly body: Body
  readonly acknowledged: Acknowledged
}

/** All that is said in one namespace. Both ends, the simulator and docs/protocol.md go by it. */
export interface Contract {
  readonly namespace: `/${string}`
  /** What the handshake says; who somebody is comes from the cookie alone. */
  readonly auth: typeof ClassAuth
  readonly asks: Readonly<Record<string, Ask>> & { readonly enter: Ask<typeof Nothing> }
  readonly news: Readonly<Record<string, News>> & { readonly ended: News<typeof Ended, false> }
}

/** Which class a page shows, and what version of the protocol it speaks. */
export const ClassAuth = z.strictObject({ class: Id, protocol: z.int() })

/** What a page of this class says in its handshake. */
export const handshake = (classId: string): z.infer<typeof ClassAuth> => ({
  class: classId,
  protocol: protocolVersion,
})

export const Nothing = z.strictObject({})

/** Why the server closes a connection for good. */
export const Ended = z.strictObject({ message: z.string() })

export function ask<Question extends z.ZodMiniType, Answer extends z.ZodMiniType>(
  question: Question,
  answer: Answer,
): Ask<Question, Answer> {
  return { question, answer }
}

export function news<Body extends z.ZodMiniType>(body: Body): News<Body, false> {
  return { body, acknowledged: false }
}

export function acknowledgedNews<Body extends z.ZodMiniType>(body: Body): News<Body, true> {
  return { body, acknowledged: true }
}

export type AskName<C extends Contract> = keyof C['asks'] & string
export type NewsName<C extends Contract> = keyof C['news'] & string

export type QuestionOf<C extends Contract, Name extends AskName<C>> = z.infer<C['asks'][Name]['question']>
export type AnswerOf<C extends Contract, Name extends AskName<C>> = Fields<C['asks'][Name]['answer']>
export type BodyOf<C extends Contract, Name extends NewsName<C>> = z.infer<C['news'][Name]['body']>

/** The last argument of news that are acknowledged; nothing for all others. */
export type Acknowledging<
  C extends Contract,
  Name extends NewsName<C>,
> = C['news'][Name]['acknowledged'] extends true ? [taken: () => void] : []

/** What an answer holds: an empty strict object is inferred as one that forbids every key, `ok` too. */
export type Fields<Schema extends z.core.$ZodType> = string extends keyof z.infer<Schema>
  ? object
  : z.infer<Schema>

/** The events of a namespace as Socket.IO's types want them, from a page's end. */
export type ToServer<C extends Contract> = {
  [Name in AskName<C>]: (
    question: QuestionOf<C, Name>,
    reply: (answer: Reply<AnswerOf<C, Name>>) => void,
  ) => void
}
export type FromServer<C extends Contract> = {
  [Name in NewsName<C>]: (body: BodyOf<C, Name>, ...taken: Acknowledging<C, Name>) => void
}
