import { EventEmitter } from 'node:events'
import type { Server } from 'socket.io'
import { expect, test, vi } from 'vitest'
import { limitTransports } from '@/lib/server/realtime/wire/transport-limits'

/** A connection as the engine shows it, over a websocket unless it is polling. */
function connected(polling = false) {
  const engine = new EventEmitter()
  limitTransports(engine as unknown as Server['engine'])
  const websocket = () => Object.assign(new EventEmitter(), { terminate: vi.fn() })
  const socket = websocket()
  const connection = Object.assign(new EventEmitter(), {
    transport: polling ? {} : { socket },
    close: vi.fn(),
  })
  engine.emit('connection', connection)
  return { connection, socket, websocket }
}

test('what waits for a client that does not read has an end, and what it reads is forgotten', () => {
  const { connection, socket } = connected()
  const send = (bytes: number) => connection.emit('packetCreate', { data: 'x'.repeat(bytes) })
  // However large one message is, one that reads gets it.
  for (let n = 0; n < 20; n += 1) {
    send(2_000_000)
    connection.emit('flush')
  }
  expect(connection.close).not.toHaveBeenCalled()
  send(600_000)
  send(600_000)
  expect(connection.close).not.toHaveBeenCalled()
  send(1)
  expect(connection.close).toHaveBeenCalledWith(true)
  expect(socket.terminate).toHaveBeenCalled()
})

test('many small ones have an end too, also while polling', () => {
  const { connection } = connected(true)
  for (let n = 0; n < 400; n += 1) connection.emit('packetCreate', {})
  expect(connection.close).toHaveBeenCalled()
})

test('pings count like packets, on the first transport and on the one that it becomes', () => {
  const { connection, websocket } = connected(true)
  const next = websocket()
  connection.transport = { socket: next }
  connection.emit('upgrade', connection.transport)
  for (let n = 0; n < 200; n += 1) connection.emit('packet')
  expect(connection.close).not.toHaveBeenCalled()
  for (let n = 0; n < 200; n += 1) next.emit('ping')
  expect(next.terminate).toHaveBeenCalled()
})
