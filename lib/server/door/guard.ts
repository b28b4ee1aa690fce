import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Refused, refused } from '@/lib/classroom/refusal'
import { limits } from '@/lib/protocol/limits'
import { message } from '@/lib/words/message'
import { renewOldCookies } from '../auth/old-cookies'
import { addressHeader, schemeHeader } from '../auth/request-headers'
import { report } from '../report'
import { spoken } from '../spoken'
import { clientAddress, isHttps, type Trust } from './address'
import { mayBeFramed } from './framing'
import { contentSecurityPolicy, framedHeaders, newNonce, plainHeaders } from './headers'
import { sameOrigin } from './origin'

export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Stands before everything that speaks HTTP. It puts the security headers on every response, refuses requests that come
 * from another site or are too large before a byte of the body is read, and moves cookies of earlier versions to the names
 * of today.
 */
export function guard(next: Handler, trust: Trust, development: boolean): Handler {
  return async (request, response) => {
    const nonce = newNonce()
    const framed = mayBeFramed(request.url)
    if (framed) delete request.headers.cookie
    const policy = contentSecurityPolicy(nonce, request.headers.host, { development, framed })
    for (const [name, value] of Object.entries(framed ? framedHeaders : plainHeaders)) {
      response.setHeader(name, value)
    }
    response.setHeader('Content-Security-Policy', policy)
    // Next takes the nonce for its own scripts from the request.
    request.headers['content-security-policy'] = policy
    request.headers[addressHeader] = clientAddress(request, trust)
    request.headers[schemeHeader] = isHttps(request, trust) ? 'https' : 'http'

    if (!decodable(request.url ?? '')) {
      return answerRefusal(response, 400, refused('malformed', message('http.unreadable-address')))
    }
    const refusal = safe.has(request.method ?? '') ? null : whyRefused(request, trust)
    if (refusal) return answerRefusal(response, ...refusal)
    try {
      await renew(request, response)
      await next(request, response)
    } catch (error) {
      report('a request failed', error)
      if (response.headersSent) response.destroy()
      else answerRefusal(response, 500, refused('failed', message('http.failed')))
    }
  }
}

/** Only a page moves them in the browser: files are kept in caches, and a route may be about to set the same ones. */
async function renew(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const renewed = await renewOldCookies(request.headers.cookie)
  if (!renewed) return
  request.headers.cookie = renewed.header
  if (!safe.has(request.method ?? '') || /^\/(_next|api)\//.test(request.url ?? '')) return
  response.appendHeader('Set-Cookie', renewed.lines(request.headers[schemeHeader] === 'https'))
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

function whyRefused(request: IncomingMessage, trust: Trust): [status: number, refusal: Refused] | null {
  if (!sameOrigin(request, trust)) {
    return [403, refused('forbidden', message('http.other-site'))]
  }
  const length = request.headers['content-length']
  if (length === undefined) {
    return [411, refused('malformed', message('http.no-length'))]
  }
  if (Number(length) > limits.bodyBytes) {
    return [413, refused('too-large', message('http.too-large', { most: limits.bodyBytes / 1024 }))]
  }
  return null
}

/** The body is never read, so the connection cannot go on. */
function answerRefusal(response: ServerResponse, status: number, refusal: Refused): void {
  const body = JSON.stringify(spoken(refusal))
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    Connection: 'close',
  })
  response.end(body)
}
