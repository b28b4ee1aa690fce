import * as z from 'zod/mini'
import { Refusal, type Reply, refuse } from '@/lib/protocol/replies'

// The content security policy forbids eval, which zod would otherwise probe for.
z.config({ jitless: true })

const unreadable =
  'The answer of the server could not be read. Reload the page: nothing that you typed is lost.'

/** A reply as it came over the wire, or a refusal that says that it makes no sense. */
export function parseReply<T>(schema: z.ZodMiniType<{ ok: true } & T>, message: unknown): Reply<T> {
  const refused = Refusal.safeParse(message)
  if (refused.success) return refused.data
  const parsed = schema.safeParse(message)
  return parsed.success ? parsed.data : refuse('failed', unreadable)
}

/** What arrives without having been asked for: null where it fits no schema. */
export function parseMessage<T>(schema: z.ZodMiniType<T>, message: unknown): T | null {
  const parsed = schema.safeParse(message)
  return parsed.success ? parsed.data : null
}
