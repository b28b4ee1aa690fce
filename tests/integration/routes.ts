import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { type ApiRoute, apiRoutes } from './matrix/declared'

type Params = { params: Promise<Record<string, string>> }
type Handler = (request: Request, params: Params) => Promise<Response>

const routes = apiRoutes().map(route => ({ ...route, pattern: patternOf(route) }))

function patternOf({ path }: ApiRoute): RegExp {
  return new RegExp(`^${path.replace(/\[(\w+)\]/g, (_, name: string) => `(?<${name}>[^/]+)`)}$`)
}

/** The route handlers as Next would call them, without Next: what is tested is ours. */
export async function serveRoutes(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const url = new URL(incoming.url ?? '/', 'http://test')
  const route = routes.find(({ pattern }) => pattern.test(url.pathname))
  const module = route && ((await import(pathToFileURL(route.file).href)) as Record<string, Handler>)
  const handler = module?.[incoming.method ?? '']
  if (!route || !handler) {
    outgoing.writeHead(404).end()
    return
  }
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value))
  const bodiless = incoming.method === 'GET' || incoming.method === 'HEAD'
  const init = {
    method: incoming.method,
    headers,
    ...(!bodiless && { body: Readable.toWeb(incoming), duplex: 'half' }),
  }
  const params = { ...route.pattern.exec(url.pathname)?.groups }
  const response = await handler(new Request(url, init as RequestInit), { params: Promise.resolve(params) })
  for (const [name, value] of response.headers) outgoing.appendHeader(name, value)
  outgoing.writeHead(response.status).end(Buffer.from(await response.arrayBuffer()))
}
