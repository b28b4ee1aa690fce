import * as z from 'zod/mini'
import { Refusal, type Reply, refuse } from '@/lib/protocol/replies'
import type { Fields } from '@/lib/protocol/wire/contract'
import { readKnown } from './unknown-fields'

// The content security policy forbids eval, which zod would otherwise probe for.
z.config({ jitless: true })

const Refused = z.object({ ...Refusal.shape, code: z.string() })

export const unreadable = refuse(
  'outdated',
  'This page cannot read what the server answered. Reload it: nothing that you typed is lost.',
)

/**
 * Reads a reply from the wire; one that makes no sense becomes a refusal that says so. `answer` is the schema of the
 * fields beside `ok`.
 */
export function parseReply<Schema extends z.ZodMiniType>(
  answer: Schema,
  message: unknown,
): Reply<Fields<Schema>> {
  const refused = parseRefusal(message)
  if (refused) return refused
  if (typeof message === 'object' && message !== null && 'ok' in message && message.ok === true) {
    const { ok, ...rest } = message
    const fields = parseMessage(answer, rest)
    if (fields !== null) return { ok: true, ...(fields as object) } as Reply<Fields<Schema>>
  }
  return unreadable
}

/** What came from the server: null where it does not fit. Fields that this page does not know yet are left out. */
export function parseMessage<T>(schema: z.ZodMiniType<T>, message: unknown): T | null {
  return readKnown(schema, message)
}

/** A refusal, or null for anything else. One for a reason that this page does not know yet counts as a fault of the server. */
export function parseRefusal(message: unknown): Refusal | null {
  const known = parseMessage(Refusal, message)
  if (known) return known
  const other = parseMessage(Refused, message)
  return other && refuse('failed', other.message, other.retryInMs)
}
