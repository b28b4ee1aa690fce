import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { POST as join } from '@/app/api/join/route'
import { POST as leave } from '@/app/api/leave/route'
import { POST as recover } from '@/app/api/recover/route'
import { POST as recoveryCode } from '@/app/api/recovery-code/route'
import { GET as exportCsv } from '@/app/api/teach/classes/[id]/export.csv/route'
import { GET as exportXlsx } from '@/app/api/teach/classes/[id]/export.xlsx/route'
import { GET as history } from '@/app/api/teach/classes/[id]/history/route'
import { POST as classes } from '@/app/api/teach/classes/route'
import { POST as coTeachers } from '@/app/api/teach/co-teachers/route'
import { POST as invite } from '@/app/api/teach/invite/route'
import { POST as passphrase } from '@/app/api/teach/passphrase/route'
import { POST as redeem } from '@/app/api/teach/redeem/route'
import { POST as signIn } from '@/app/api/teach/sign-in/route'
import { POST as signOut } from '@/app/api/teach/sign-out/route'

const routes: Record<string, (request: Request) => Promise<Response>> = {
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

const ofClass = { history, 'export.csv': exportCsv, 'export.xlsx': exportXlsx }

/** A GET about one class, by the last part of its path. */
function reading(method: string | undefined, url: string) {
  const [, id, name] = /^\/api\/teach\/classes\/([^/]+)\/([^/?]+)/.exec(url) ?? []
  if (method !== 'GET' || !id || !name || !Object.hasOwn(ofClass, name)) return undefined
  const read = ofClass[name as keyof typeof ofClass]
  return (request: Request) => read(request, { params: Promise.resolve({ id: decodeURIComponent(id) }) })
}

/** The route handlers as Next would call them, without Next: what is tested is ours. */
export async function serveRoutes(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const url = incoming.url ?? ''
  const route = incoming.method === 'POST' ? routes[url] : reading(incoming.method, url)
  if (!route) {
    outgoing.writeHead(404).end()
    return
  }
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value))
  const body = incoming.method === 'POST' ? { body: Readable.toWeb(incoming), duplex: 'half' } : {}
  const init = { method: incoming.method, headers, ...body }
  const response = await route(new Request(new URL(url, 'http://test/'), init as RequestInit))
  for (const [name, value] of response.headers) outgoing.appendHeader(name, value)
  outgoing.writeHead(response.status).end(Buffer.from(await response.arrayBuffer()))
}
