import { schemeHeader } from '@/lib/server/auth/request-headers'
import { env } from '@/lib/server/env'

/** The origin under which others reach this server: the public one, or the host that this request asked for. */
export function originOf(headers: Pick<Headers, 'get'>): string {
  const host = headers.get('host') ?? ''
  // What somebody sends as a host is written into pages.
  const named = /^[A-Za-z0-9.:[\]-]{1,255}$/.test(host) ? host : 'localhost'
  return env().ORIGIN ?? `${headers.get(schemeHeader) === 'https' ? 'https' : 'http'}://${named}`
}
