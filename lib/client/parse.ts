import * as z from 'zod/mini'
import { Refusal, type Reply, refuse } from '@/lib/protocol/replies'
import type { Fields } from '@/lib/protocol/wire/contract'

// The content security policy forbids eval, which zod would otherwise probe for.
z.config({ jitless: true })

export const unreadable = refuse(
  'outdated',
  'This page cannot read what the server answered. Reload it: nothing that you typed is lost.',
)

/** A reply as it came over the wire, or a refusal that says that it makes no sense; `answer` is of what stands beside `ok`. */
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

/** What arrives without having been asked for: null where it fits no schema. */
export function parseMessage<T>(schema: z.ZodMiniType<T>, message: unknown): T | null {
  const parsed = schema.safeParse(message)
  return parsed.success ? parsed.data : null
}
