import * as z from 'zod/mini'

/** Why a message was refused; `message` holds the words for people. */
export const RefusalCode = z.enum([
  'malformed', // fits no schema
  'forbidden', // the wrong role, or somebody else's class
  'not-found', // no such class, step, exercise, student
  'too-large',
  'too-fast', // `retryInMs` says when to try again
  'signed-out', // the cookie is missing, of another class, or its person is gone
  'outdated', // the page is older than the server: it has to be loaded again
  'closed', // the class does not work on this exercise (any more)
  'paused', // the teacher has paused the class; the same again when it goes on
  'busy', // grading ran past its deadline; nothing was recorded
  'failed', // a fault of ours; nothing was recorded
])
export type RefusalCode = z.infer<typeof RefusalCode>

export const Refusal = z.strictObject({
  ok: z.literal(false),
  code: RefusalCode,
  message: z.string(),
  retryInMs: z.optional(z.number()),
})
export type Refusal = z.infer<typeof Refusal>

/** Every message is answered: with `{ok: true, ...}` or with a refusal. */
export type Reply<T> = ({ ok: true } & T) | Refusal

export function refuse(code: RefusalCode, message: string, retryInMs?: number): Refusal {
  return retryInMs === undefined ? { ok: false, code, message } : { ok: false, code, message, retryInMs }
}
