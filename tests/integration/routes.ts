import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { POST as door } from '@/app/api/door/route'
import { POST as join } from '@/app/api/join/route'
import { POST as leave } from '@/app/api/leave/route'
import { POST as pass } from '@/app/api/pass/route'
import { POST as usePass } from '@/app/api/pass/use/route'
import { POST as recover } from '@/app/api/recover/route'
import { POST as recoveryCode } from '@/app/api/recovery-code/route'
import { POST as classes } from '@/app/api/teach/classes/route'
import { POST as coTeachers } from '@/app/api/teach/co-teachers/route'
import { POST as invite } from '@/app/api/teach/invite/route'
import { POST as passphrase } from '@/app/api/teach/passphrase/route'
import { POST as redeem } from '@/app/api/teach/redeem/route'
import { POST as signIn } from '@/app/api/teach/sign-in/route'
import { POST as signOut } from '@/app/api/teach/sign-out/route'

const routes: Record<string, (request: Request) => Promise<Response>> = {
  '/api/door': door,
  '/api/pass': pass,
  '/api/pass/use': usePass,
  '/api/join': join,
  '/api/leave': leave,
  '/api/recover': recover,
  '/api/recovery-code': recoveryCode,
  '/api/teach/classes': classes,
  '/api/teach/co-teachers': coTeachers,
  '/api/teach/invite': invite,
  '/api/teach/passphrase': passphrase,
  '/api/teach/redeem': redeem,
  '/api/teach/sign-in': signIn,
  '/api/teach/sign-out': signOut,
}

/** The route handlers as Next would call them, without Next: what is tested is ours. */
export async function serveRoutes(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const route = incoming.method === 'POST' ? routes[incoming.url ?? ''] : undefined
  if (!route) {
    outgoing.writeHead(404).end()
    return
  }
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value))
  const init = { method: 'POST', headers, body: Readable.toWeb(incoming), duplex: 'half' }
  const response = await route(new Request('http://test/', init as RequestInit))
  for (const [name, value] of response.headers) outgoing.appendHeader(name, value)
  outgoing.writeHead(response.status).end(await response.text())
}
