import type { IncomingMessage, ServerResponse } from 'node:http'
import { limits } from '@/lib/protocol/limits'
import { type Refusal, refuse } from '@/lib/protocol/replies'
import { addressHeader, schemeHeader } from '../auth/request-headers'
import { report } from '../report'
import { clientAddress, isHttps, type Trust } from './address'
import { contentSecurityPolicy, newNonce, plainHeaders } from './headers'
import { sameOrigin } from './origin'

export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Stands before everything that speaks HTTP. It puts the security headers on every response, and refuses requests
 * that come from another site or are too large before a byte of the body is read.
 */
export function guard(next: Handler, trust: Trust, development: boolean): Handler {
  return async (request, response) => {
    const nonce = newNonce()
    const policy = contentSecurityPolicy(nonce, request.headers.host, development)
    for (const [name, value] of Object.entries(plainHeaders)) response.setHeader(name, value)
    response.setHeader('Content-Security-Policy', policy)
    // Next takes the nonce for its own scripts from the request.
    request.headers['content-security-policy'] = policy
    request.headers[addressHeader] = clientAddress(request, trust)
    request.headers[schemeHeader] = isHttps(request, trust) ? 'https' : 'http'

    if (!decodable(request.url ?? '')) {
      return answerRefusal(response, 400, refuse('malformed', 'This address cannot be read.'))
    }
    const refusal = safe.has(request.method ?? '') ? null : whyRefused(request, trust)
    if (refusal) return answerRefusal(response, ...refusal)
    try {
      await next(request, response)
    } catch (error) {
      report('a request failed', error)
      if (response.headersSent) response.destroy()
      else answerRefusal(response, 500, refuse('failed', 'Something went wrong here. Nothing was changed.'))
    }
  }
}

/** Next would answer a broken escape in an address with a server error. */
function decodable(url: string): boolean {
  try {
    decodeURIComponent(url.split('?')[0] ?? '')
    return true
  } catch {
    return false
  }
}

function whyRefused(request: IncomingMessage, trust: Trust): [status: number, refusal: Refusal] | null {
  if (!sameOrigin(request, trust)) {
    return [403, refuse('forbidden', 'This request did not come from a page of this server.')]
  }
  const length = request.headers['content-length']
  if (length === undefined) {
    return [411, refuse('malformed', 'A request must say how long its body is.')]
  }
  if (Number(length) > limits.bodyBytes) {
    return [413, refuse('too-large', `At most ${limits.bodyBytes / 1024} KiB can be sent at once.`)]
  }
  return null
}

/** The body is never read, so the connection cannot go on. */
function answerRefusal(response: ServerResponse, status: number, refusal: Refusal): void {
  const body = JSON.stringify(refusal)
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    Connection: 'close',
  })
  response.end(body)
}
