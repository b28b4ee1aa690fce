import type { IncomingMessage } from 'node:http'

export interface Trust {
  /** Whether one reverse proxy stands before this server and sets the X-Forwarded headers. */
  readonly trustProxy: boolean
  /** The public origin (`https://chalk.school.example`), where it is not what the Host header says. */
  readonly origin: string | null
}

/** Where a request comes from: the socket's address, or what our own proxy put last. */
export function clientAddress(request: IncomingMessage, trust: Trust): string {
  const own = request.socket.remoteAddress ?? 'unknown'
  if (!trust.trustProxy) return own
  const hops = String(request.headers['x-forwarded-for'] ?? '').split(',')
  const last = hops.at(-1)?.trim() ?? ''
  return /^[0-9a-fA-F.:]{2,45}$/.test(last) ? last : own
}

/** Whether the browser speaks HTTPS to us or to our proxy: only then may cookies be Secure. */
export function isHttps(request: IncomingMessage, trust: Trust): boolean {
  if (trust.origin) return trust.origin.startsWith('https:')
  if ('encrypted' in request.socket && request.socket.encrypted === true) return true
  return trust.trustProxy && request.headers['x-forwarded-proto'] === 'https'
}
