import type { Server, Socket } from 'socket.io'
import { TokenBucket } from './token-bucket'

type Connection = Socket['conn']

/**
 * Packets of one connection, of every kind: heartbeats, namespaces asked for, websocket pings, events. Events alone
 * have a tighter limit (`answerEvery`), which is told in words; this one is far above it and cuts.
 */
const burst = 300
const perSecond = 60

/** Bytes that may wait for a client that does not read. The next message may come on top, however large it is. */
const backlogBytes = 1_048_576
const backlogPackets = 256

/**
 * Holds every connection below Socket.IO's events to a rate and to a backlog: a packet that is no event reaches no
 * listener of ours, and the library keeps what a client does not read without bound.
 */
export function limitTransports(engine: Server['engine']): void {
  engine.on('connection', (connection: Connection) => {
    const bucket = new TokenBucket(burst, perSecond, Date.now())
    const count = () => {
      if (bucket.take(Date.now()) > 0) cut(connection)
    }
    connection.on('packet', count)
    countPings(connection, count)
    connection.on('upgrade', () => countPings(connection, count))
    let bytes = 0
    let packets = 0
    connection.on('packetCreate', ({ data }: { data?: unknown }) => {
      if (bytes > backlogBytes || packets > backlogPackets) return cut(connection)
      bytes += typeof data === 'string' ? data.length : 0
      packets += 1
    })
    connection.on('flush', () => {
      bytes = 0
      packets = 0
    })
  })
}

/** The websocket under a connection, which the engine's types do not show; null while it is polling. */
function websocketOf({ transport }: Connection): (NodeJS.EventEmitter & { terminate(): void }) | null {
  const { socket } = transport as { socket?: unknown }
  return typeof socket === 'object' && socket !== null && 'terminate' in socket
    ? (socket as NodeJS.EventEmitter & { terminate(): void })
    : null
}

/** Pings of the websocket protocol are answered below the engine, which does not hear of them. */
function countPings(connection: Connection, count: () => void): void {
  websocketOf(connection)?.on('ping', count)
}

/** Cuts without a closing handshake, for which the library would wait and go on reading the flood. */
function cut(connection: Connection): void {
  const websocket = websocketOf(connection)
  connection.close(true)
  websocket?.terminate()
}
