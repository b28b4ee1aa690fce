import * as z from 'zod/mini'
import { Refusal, type Reply, refuse } from '@/lib/protocol/replies'
import type { Fields } from '@/lib/protocol/wire/contract'

// The content security policy forbids eval, which zod would otherwise probe for.
z.config({ jitless: true })

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
  const refused = parseMessage(Refusal, message)
  if (refused) return refused
  if (typeof message === 'object' && message !== null && 'ok' in message && message.ok === true) {
    const { ok, ...rest } = message
    const fields = parseMessage(answer, rest)
    if (fields !== null) return { ok: true, ...(fields as object) } as Reply<Fields<Schema>>
  }
  return unreadable
}

/** Reads news; null where it does not fit the schema. */
export function parseMessage<T>(schema: z.ZodMiniType<T>, message: unknown): T | null {
  const parsed = schema.safeParse(message)
  return parsed.success ? parsed.data : null
}
