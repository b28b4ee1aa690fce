import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server, type Socket } from 'socket.io'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BoardSession } from '@/lib/client/board'
import type { BoardDelta, BoardSnapshot } from '@/lib/protocol/board'
import { boardContract } from '@/lib/protocol/wire/board'
import { takesLong } from '../../takes-long'
import { joins, plainBoardPacing } from '../classroom/unpaced'
import { openDoor } from '../protocol/open-door'

takesLong()

const snapshot = (seq: number): BoardSnapshot => ({
  seq,
  class: { id: 'c', title: 'ML 101', code: 'K7MX4RQ' },
  exercises: [],
  students: [
    { id: 'a', name: `Ada at ${seq}`, presence: 'here', joinedAt: 1, lastAnswerAt: null, hand: null },
  ],
  cells: [],
  pacing: plainBoardPacing,
  mistakeWords: [],
  said: [],
  poll: null,
  door: openDoor,
  showing: joins,
})

const delta = (from: number, seq: number): BoardDelta => ({
  from,
  seq,
  students: [
    { id: 'a', name: `Ada at ${seq}`, presence: 'here', joinedAt: 1, lastAnswerAt: null, hand: null },
  ],
  cells: [],
})

let http: HttpServer
let server: Server
let session: BoardSession
let sockets: Socket[]
/** What the server holds; answered at `enter`. */
let seq: number
let enters: number
/** Called at `enter`, before the answer goes out. */
let beforeSnapshot: (socket: Socket) => void

beforeEach(async () => {
  seq = 5
  enters = 0
  sockets = []
  beforeSnapshot = () => undefined
  http = createServer()
  server = new Server(http)
  server.of(boardContract.namespace).on('connection', socket => {
    sockets.push(socket)
    socket.on('enter', (_message, reply) => {
      enters += 1
      beforeSnapshot(socket)
      reply({ ok: true, board: snapshot(seq) })
    })
    socket.on('choose', (_message, reply) =>
      reply({ ok: false, code: 'not-found', message: 'No such exercise.' }),
    )
  })
  await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve))
  session = new BoardSession('c', `http://127.0.0.1:${(http.address() as AddressInfo).port}`)
})

afterEach(async () => {
  session.close()
  await server.close()
})

const name = () => session.view().board?.students.get('a')?.name
const entered = () => vi.waitFor(() => expect(session.view().phase).toBe('open'))
const send = (message: unknown) =>
  new Promise<boolean>(resolve => {
    sockets
      .at(-1)
      ?.timeout(700)
      .emit('delta', message, (late: unknown) => resolve(!late))
  })

describe('BoardSession', () => {
  it('shows the snapshot, then each delta, acknowledged after it is applied', async () => {
    session.open()
    await entered()
    expect(name()).toBe('Ada at 5')
    let shown = 0
    session.subscribe(() => {
      shown += 1
    })
    expect(await send(delta(5, 6))).toBe(true)
    expect(name()).toBe('Ada at 6')
    expect(shown).toBe(1)
  })

  it('asks for a snapshot where deltas are missing, and acknowledges nothing until then', async () => {
    session.open()
    await entered()
    seq = 9
    expect(await send(delta(8, 9))).toBe(false)
    expect(name()).toBe('Ada at 9')
    expect(enters).toBe(2)
    expect(await send(delta(9, 10))).toBe(true)
    expect(name()).toBe('Ada at 10')
  })

  it('asks for a snapshot where a delta fits no schema', async () => {
    session.open()
    await entered()
    seq = 7
    await send({ from: 5, seq: 'six', students: [], cells: [] })
    expect(name()).toBe('Ada at 7')
  })

  it('keeps a delta that overtakes the snapshot it goes on from', async () => {
    const acknowledged = vi.fn()
    beforeSnapshot = socket => socket.emit('delta', delta(5, 6), acknowledged)
    session.open()
    await entered()
    expect(name()).toBe('Ada at 6')
    await vi.waitFor(() => expect(acknowledged).toHaveBeenCalledOnce())
    expect(enters).toBe(1)
  })

  it('comes back by itself with a new snapshot, though its numbers begin anew', async () => {
    session.open()
    await entered()
    const lost = vi.fn()
    const stop = session.subscribe(() => !session.view().connected && lost())
    seq = 1
    sockets.at(-1)?.conn.close()
    await vi.waitFor(() => expect(name()).toBe('Ada at 1'), { timeout: 10_000 })
    stop()
    expect(lost).toHaveBeenCalled()
    expect(session.view().connected).toBe(true)
  })

  it('asks anew where the connection is lost while a snapshot is on its way', async () => {
    beforeSnapshot = socket => void (enters === 1 && socket.conn.close())
    session.open()
    await entered()
    expect(enters).toBe(2)
    expect(session.view().connected).toBe(true)
    expect(await send(delta(5, 6))).toBe(true)
  })

  it('comes back where the server cut this one connection', async () => {
    session.open()
    await entered()
    seq = 6
    sockets.at(-1)?.disconnect()
    await vi.waitFor(() => expect(name()).toBe('Ada at 6'), { timeout: 10_000 })
  })

  it('ends with the words of the server, and shows what it had', async () => {
    session.open()
    await entered()
    sockets.at(-1)?.emit('ended', { message: 'This class is not yours any more.' })
    await vi.waitFor(() => expect(session.view().phase).toBe('ended'))
    expect(session.view().ended).toBe('This class is not yours any more.')
    expect(name()).toBe('Ada at 5')
  })

  it('ends where the handshake is refused for good', async () => {
    server.of(boardContract.namespace).use((_socket, next) => {
      next(Object.assign(new Error('no'), { data: { code: 'signed-out', message: 'You are signed out.' } }))
    })
    session.open()
    await vi.waitFor(() => expect(session.view().phase).toBe('ended'))
    expect(session.view().ended).toBe('You are signed out.')
  })

  it('hands on refusals, and has words of its own while there is no connection', async () => {
    expect(await session.ask('choose', { versions: ['v'] })).toMatchObject({ ok: false, code: 'failed' })
    session.open()
    await entered()
    expect(await session.ask('choose', { versions: ['v'] })).toEqual({
      ok: false,
      code: 'not-found',
      message: 'No such exercise.',
    })
  })
})
