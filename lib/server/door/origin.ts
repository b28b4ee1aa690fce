import type { IncomingMessage } from 'node:http'
import type { Trust } from './address'

/**
 * Whether the page that sent this request is one of ours: its Origin is the configured one or names the host that was
 * asked. A browser sends Origin with every POST and every websocket handshake, so a request without one is refused
 * too.
 */
export function sameOrigin(request: IncomingMessage, trust: Trust): boolean {
  const { origin } = request.headers
  if (typeof origin !== 'string') return false
  if (trust.origin !== null && origin === trust.origin) return true
  const host = hostOf(origin)
  return host !== null && host === request.headers.host?.toLowerCase()
}

function hostOf(origin: string): string | null {
  try {
    const url = new URL(origin)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.host : null
  } catch {
    return null
  }
}
