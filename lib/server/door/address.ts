import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'

export interface Trust {
  /** Whether one reverse proxy stands before this server and sets the X-Forwarded headers. */
  readonly trustProxy: boolean
  /** The public origin (`https://chalk.school.example`), where it is not what the Host header says. */
  readonly origin: string | null
}

/**
 * Where a request comes from, for counting: the socket's address, or what our own proxy put last. Only the network
 * half of an IPv6 address counts, because one machine may take any of the 2^64 addresses in it.
 */
export function clientAddress(request: IncomingMessage, trust: Trust): string {
  return countedAs(wholeAddress(request, trust))
}

function wholeAddress(request: IncomingMessage, trust: Trust): string {
  const own = request.socket.remoteAddress ?? 'unknown'
  if (!trust.trustProxy) return own
  const hops = String(request.headers['x-forwarded-for'] ?? '').split(',')
  const last = hops.at(-1)?.trim() ?? ''
  return /^[0-9a-fA-F.:]{2,45}$/.test(last) ? last : own
}

function countedAs(address: string): string {
  if (!isIPv6(address)) return address
  const inside = /^::ffff:([\d.]+)$/i.exec(address)?.[1]
  if (inside !== undefined) return inside
  const [left = '', right] = (address.split('%')[0] ?? '').split('::')
  const groups = (text: string | undefined) => (text ? text.split(':') : [])
  const gap = right === undefined ? 0 : 8 - groups(left).length - groups(right).length
  const all = [...groups(left), ...Array<string>(Math.max(0, gap)).fill('0'), ...groups(right)]
  return `${all
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

/** Whether the browser speaks HTTPS to us or to our proxy: only then may cookies be Secure. */
export function isHttps(request: IncomingMessage, trust: Trust): boolean {
  if (trust.origin) return trust.origin.startsWith('https:')
  if ('encrypted' in request.socket && request.socket.encrypted === true) return true
  return trust.trustProxy && request.headers['x-forwarded-proto'] === 'https'
}
