import type * as z from 'zod/mini'
import type { Unspoken } from '@/lib/server/spoken'
import { answering } from '../answering'

/** A route for people without a class. Who asks is told by the address alone: there is no cookie. */
export function learning<Schema extends z.core.$ZodType, Told extends object>(
  schema: Schema,
  work: (asked: z.infer<Schema>, address: string) => Promise<({ readonly ok: true } & Told) | Unspoken>,
): (request: Request) => Promise<Response> {
  return answering(schema, async (asked, { address }) => {
    const told = await work(asked, address)
    return told.ok ? { ok: true, body: told } : told
  })
}
