import type { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'engine.io'

/** What this reads of the engine's connections, whose types keep it to themselves. */
interface Connection {
  readonly id: string
  readonly readyState: string
  readonly writeBuffer: readonly { data?: unknown }[]
  readonly transport: { readonly socket?: { readonly bufferedAmount?: number } }
}

type Handler = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>

const connections = new Set<Connection>()
const { onOpen } = Socket.prototype as unknown as { onOpen: (this: Connection) => void }
Object.assign(Socket.prototype, {
  onOpen(this: Connection) {
    connections.add(this)
    onOpen.call(this)
  },
})

/** The handler, and at `/test/buffered` the bytes that the engine and its websockets hold for each client. */
export function countingBuffers(handler: Handler): Handler {
  return async (incoming, outgoing) => {
    if (incoming.url !== '/test/buffered') return handler(incoming, outgoing)
    for (const connection of connections)
      if (connection.readyState === 'closed') connections.delete(connection)
    const told = [...connections].map(({ id, writeBuffer, transport }) => ({
      id,
      bytes:
        (transport.socket?.bufferedAmount ?? 0) +
        writeBuffer.reduce((sum, { data }) => sum + (typeof data === 'string' ? data.length : 0), 0),
    }))
    outgoing.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(told))
  }
}
