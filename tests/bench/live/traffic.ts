import type { Traffic } from './wire'

interface Packet {
  readonly type: string
  readonly data?: unknown
}

/** As much of a Socket.IO client as counting needs. */
interface Counted {
  readonly io: { readonly engine: { on(event: 'packet', heard: (packet: Packet) => void): unknown } }
  on(event: 'connect', connected: () => void): unknown
}

/** Bytes of a websocket frame from the server: a head of 2, 4 or 10 bytes, and the packet's type before its text. */
function frameBytes(data: unknown): number {
  const length = 1 + (typeof data === 'string' ? Buffer.byteLength(data) : 0)
  return length + (length < 126 ? 2 : length < 65_536 ? 4 : 10)
}

/** Counts events and acknowledgements that a connection gets; heartbeats are nobody's answer. */
export function countInto(traffic: Traffic, socket: Counted): void {
  socket.on('connect', () => {
    socket.io.engine.on('packet', ({ type, data }) => {
      if (type !== 'message') return
      traffic.messages += 1
      traffic.bytes += frameBytes(data)
    })
  })
}
