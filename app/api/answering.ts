import * as z from 'zod/mini'
import { limits } from '@/lib/protocol/limits'
import type { Refusal, RefusalCode } from '@/lib/protocol/replies'
import { addressHeader, schemeHeader } from '@/lib/server/auth/request-headers'
import { report } from '@/lib/server/report'
import { inWords, refusal, type Unspoken } from '@/lib/server/spoken'
import { message } from '@/lib/words/message'

/** What the guard before Next found out about a request (lib/server/door). */
export interface Asking {
  /** The client's address, for budgets of wrong tries. */
  readonly address: string
  /** Whether cookies may be Secure. */
  readonly secure: boolean
  readonly cookies: string | null
}

export type Answer = { ok: true; body?: object; cookies?: readonly string[] } | Refusal | Unspoken

const statuses: Record<RefusalCode, number> = {
  malformed: 400,
  'signed-out': 401,
  forbidden: 403,
  'not-found': 404,
  closed: 409,
  paused: 409,
  outdated: 409,
  'too-large': 413,
  'too-fast': 429,
  failed: 500,
  busy: 503,
}

/**
 * A POST route: the body is measured before it is parsed, parsed before it is looked at, and whatever happens
 * is answered with `{ok: true, ...}` or a refusal under its status.
 */
export function answering<Schema extends z.core.$ZodType>(
  schema: Schema,
  work: (message: z.infer<Schema>, asking: Asking) => Promise<Answer>,
): (request: Request) => Promise<Response> {
  return async request => {
    try {
      const body = await readBody(request)
      if (!body.ok) return respond(body)
      const asked = z.safeParse(schema, body.json)
      if (!asked.success) return respond(refusal('malformed', message('http.unreadable')))
      return respond(
        await work(asked.data, {
          address: request.headers.get(addressHeader) ?? 'unknown',
          secure: request.headers.get(schemeHeader) === 'https',
          cookies: request.headers.get('cookie'),
        }),
      )
    } catch (error) {
      report('a request failed', error)
      return respond(refusal('failed', message('http.failed')))
    }
  }
}

async function readBody(request: Request): Promise<{ ok: true; json: unknown } | Refusal> {
  if (!request.headers.get('content-type')?.toLowerCase().startsWith('application/json')) {
    return refusal('malformed', message('http.must-be-json'))
  }
  // The guard has refused longer bodies by their header; this counts the bytes that really come.
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = request.body?.getReader()
  for (;;) {
    const part = await reader?.read()
    if (!part || part.done) break
    length += part.value.byteLength
    if (length > limits.bodyBytes) {
      await reader?.cancel()
      return refusal('too-large', message('http.too-large', { most: limits.bodyBytes / 1024 }))
    }
    chunks.push(part.value)
  }
  try {
    return { ok: true, json: JSON.parse(Buffer.concat(chunks).toString('utf8')) }
  } catch {
    return refusal('malformed', message('http.not-json'))
  }
}

function respond(answer: Answer): Response {
  if (!answer.ok) return refused(answer)
  const headers = new Headers({ 'Cache-Control': 'no-store' })
  for (const cookie of answer.cookies ?? []) headers.append('Set-Cookie', cookie)
  return Response.json({ ok: true, ...answer.body }, { headers })
}

/** A refusal under its status. */
export function refused(unspoken: Refusal | Unspoken): Response {
  const told = inWords(unspoken)
  const headers = new Headers({ 'Cache-Control': 'no-store' })
  if (told.retryInMs !== undefined) headers.set('Retry-After', String(Math.ceil(told.retryInMs / 1000)))
  return Response.json(told, { status: statuses[told.code], headers })
}
