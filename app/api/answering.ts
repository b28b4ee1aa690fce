import * as z from 'zod/mini'
import { limits } from '@/lib/protocol/limits'
import { type Refusal, type RefusalCode, refuse } from '@/lib/protocol/replies'
import { addressHeader, schemeHeader } from '@/lib/server/auth/request-headers'
import { report } from '@/lib/server/report'
import { inWords, type Unspoken } from '@/lib/server/spoken'

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
      const message = z.safeParse(schema, body.json)
      if (!message.success) return respond(refuse('malformed', 'The server cannot read this request.'))
      return respond(
        await work(message.data, {
          address: request.headers.get(addressHeader) ?? 'unknown',
          secure: request.headers.get(schemeHeader) === 'https',
          cookies: request.headers.get('cookie'),
        }),
      )
    } catch (error) {
      report('a request failed', error)
      return respond(refuse('failed', 'Something went wrong here. Nothing was changed.'))
    }
  }
}

async function readBody(request: Request): Promise<{ ok: true; json: unknown } | Refusal> {
  if (!request.headers.get('content-type')?.toLowerCase().startsWith('application/json')) {
    return refuse('malformed', 'The body of this request must be JSON.')
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
      return refuse('too-large', `At most ${limits.bodyBytes / 1024} KiB can be sent at once.`)
    }
    chunks.push(part.value)
  }
  try {
    return { ok: true, json: JSON.parse(Buffer.concat(chunks).toString('utf8')) }
  } catch {
    return refuse('malformed', 'The body of this request is not JSON.')
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
  const refusal = inWords(unspoken)
  const headers = new Headers({ 'Cache-Control': 'no-store' })
  if (refusal.retryInMs !== undefined) headers.set('Retry-After', String(Math.ceil(refusal.retryInMs / 1000)))
  return Response.json(refusal, { status: statuses[refusal.code], headers })
}
