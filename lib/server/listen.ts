import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { guard, type Handler } from './door/guard'
import { attachRealtime, type RealtimeOptions } from './realtime/wire/attach'
import { report } from './report'

export interface Listening {
  readonly port: number
  /** Stops accepting, stores what was accepted, cuts what is left after a moment. */
  close(): Promise<void>
}

export interface ListenOptions extends RealtimeOptions {
  readonly port: number
  readonly host: string
  readonly development: boolean
  /** Answers HTTP requests: Next, or in tests only the routes. */
  readonly handler: Handler
}

/** Listens on one port for everything: the guard stands before all HTTP, and Socket.IO beside it. */
export async function listen(options: ListenOptions): Promise<Listening> {
  const { port, host, trust, development, handler } = options
  const guarded = guard(handler, trust, development)
  const http = createServer(
    {
      // A client that sends its request a byte at a time is cut off; so is one that never ends its headers.
      requestTimeout: 30_000,
      headersTimeout: 10_000,
      keepAliveTimeout: 20_000,
      connectionsCheckingInterval: 5000,
      maxHeaderSize: 16_384,
    },
    (request, response) => void guarded(request, response),
  )
  http.maxRequestsPerSocket = 0
  const realtime = attachRealtime(http, options)
  http.on('upgrade', (request, socket) => {
    // Node removes its own listener at an upgrade; without one, a lost connection would end the process.
    socket.on('error', () => socket.destroy())
    // In development the other upgrades belong to Next (hot reload), which listens for them itself; in production to
    // nobody.
    if (!development && !request.url?.startsWith('/socket.io/')) socket.destroy()
  })
  await begin(http, port, host)
  const at = http.address() as AddressInfo
  return {
    port: at.port,
    async close() {
      const cut = setTimeout(() => http.closeAllConnections(), 3000)
      http.closeIdleConnections()
      await realtime.close()
      if (http.listening) await new Promise(resolve => http.close(resolve))
      clearTimeout(cut)
    },
  }
}

function begin(http: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, host, () => {
      http.off('error', reject)
      http.on('error', error => report('the server had an error', error))
      resolve()
    })
  })
}
