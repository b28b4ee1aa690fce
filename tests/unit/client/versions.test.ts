import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server, type Socket } from 'socket.io'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Refused } from '@/lib/classroom/refusal'
import { BoardSession } from '@/lib/client/board'
import { DeskSession } from '@/lib/client/desk-session'
import { stepCells } from '@/lib/client/desk-view'
import { connectDesk } from '@/lib/client/socket'
import { MemoryStore } from '@/lib/client/store'
import { boardContract } from '@/lib/protocol/wire/board'
import { deskContract } from '@/lib/protocol/wire/desk'
import { protocolVersion } from '@/lib/protocol/wire/version'
import { turnedDown } from '@/lib/server/realtime/wire/answer-every'
import { otherVersion } from '@/lib/server/realtime/wire/version'
import { plainDeskPacing } from '../classroom/unpaced'

const record = {
  version: 'v',
  step: 'z',
  id: 'one',
  cells: ['7'],
  result: null,
  attempt: 1,
  spent: 1,
  best: null,
  at: 0,
}
const snapshot = () => ({
  student: { id: 's', name: 'Ada' },
  class: { id: 'c', title: 'T' },
  exercises: [],
  records: [],
  pacing: plainDeskPacing,
  hints: [],
  revealed: [],
  hand: false,
  talk: { messages: [], poll: null },
})

let server: Server
let origin: string
/** The version that the server speaks. */
let speaks: number
let handshakes: number
let enters: number
/** What it answers to `enter`. */
let desk: () => object
let sockets: Socket[]
let store: MemoryStore
const open: { close(): void }[] = []

beforeEach(async () => {
  speaks = protocolVersion
  handshakes = 0
  enters = 0
  desk = snapshot
  sockets = []
  store = new MemoryStore()
  const http = createServer()
  server = new Server(http)
  for (const { namespace } of [deskContract, boardContract]) {
    server.of(namespace).use((socket, next) => {
      handshakes += 1
      const refusal = otherVersion(socket.handshake.auth, speaks)
      next(refusal ? turnedDown(soon(refusal)) : undefined)
    })
  }
  server.of(deskContract.namespace).on('connection', socket => {
    sockets.push(socket)
    socket.on('enter', (_message, reply) => {
      enters += 1
      reply({ ok: true, desk: desk() })
    })
  })
  await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
})

afterEach(async () => {
  for (const one of open.splice(0)) one.close()
  await server.close()
})

/** The same refusal, for people who have less time. */
const soon = (refusal: Refused): Refused =>
  refusal.retryInMs === undefined ? refusal : { ...refusal, retryInMs: 20 }

async function page(): Promise<DeskSession> {
  const session = new DeskSession('c'.repeat(22), 's', {
    store: async () => store,
    tabs: () => ({ send() {}, close() {} }),
    connect: (classId, events) => connectDesk(classId, events, origin),
  })
  open.push(session)
  await session.open()
  return session
}
const isOpen = (session: DeskSession) => vi.waitFor(() => expect(session.view().connected).toBe(true))
const isOutdated = (session: DeskSession) => vi.waitFor(() => expect(session.view().outdated).toBe(true))
const typed = (session: DeskSession, step: string) => stepCells(session.view(), { version: 'v', step }, 1)

describe('a page that is older than its server', () => {
  test('is told to reload, once and for all, and keeps what was typed and what is on its way', async () => {
    speaks += 1
    const session = await page()
    await isOutdated(session)
    expect(handshakes).toBe(1)
    expect(session.view()).toMatchObject({ connected: false, retryAt: null, ended: null, phase: 'loading' })
    session.type({ version: 'v', step: 'z' }, ['3/'])
    await session.check({ version: 'v', step: 'w' }, ['1'])
    expect(typed(session, 'z')).toEqual(['3/'])
    await vi.waitFor(async () => expect(await store.drafts('s')).toHaveLength(1))
    expect(await store.answers('s')).toHaveLength(1)

    // Loaded again it is the newer page, in the same browser.
    speaks = protocolVersion
    const again = await page()
    await isOpen(again)
    expect(again.view().outdated).toBe(false)
    expect(typed(again, 'z')).toEqual(['3/'])
    expect(typed(again, 'w')).toEqual(['1'])
  })

  test('is told so while it is open, and everything on it stays', async () => {
    const session = await page()
    await isOpen(session)
    session.type({ version: 'v', step: 'z' }, ['12'])
    speaks += 1
    sockets.at(-1)?.conn.close()
    await vi.waitFor(() => expect(session.view().outdated).toBe(true), { timeout: 10_000 })
    expect(session.view()).toMatchObject({ phase: 'open', connected: false, desk: snapshot() })
    session.type({ version: 'v', step: 'z' }, ['123'])
    expect(typed(session, 'z')).toEqual(['123'])
  })

  test('so is a board', async () => {
    speaks += 1
    const session = new BoardSession('c'.repeat(22), origin)
    open.push(session)
    session.open()
    await vi.waitFor(() => expect(session.view().outdated).toBe(true))
    expect(session.view()).toMatchObject({ phase: 'loading', ended: null, connected: false })
  })
})

test('a page that is newer than its server tries again until the server is as new', async () => {
  speaks -= 1
  const session = await page()
  await vi.waitFor(() => expect(handshakes).toBeGreaterThan(2))
  expect(session.view()).toMatchObject({ outdated: false, phase: 'loading' })
  speaks += 1
  await isOpen(session)
})

describe('what a page of the same version is told', () => {
  test('with fields that it does not know, at any depth, it reads as if they were not there', async () => {
    desk = () => ({ ...snapshot(), pacing: { ...plainDeskPacing, mood: 'good' }, weather: { sun: true } })
    const session = await page()
    await isOpen(session)
    expect(session.view().desk).toEqual(snapshot())
    sockets.at(-1)?.emit('record', { ...record, colour: 'red' })
    sockets
      .at(-1)
      ?.emit('talk', { messages: [{ id: 1, at: 0, text: 'hello', on: null, tone: 3 }], poll: null })
    await vi.waitFor(() =>
      expect(session.view().talk.messages).toEqual([{ id: 1, at: 0, text: 'hello', on: null }]),
    )
    expect(typed(session, 'z')).toEqual(['7'])
    expect(session.view().outdated).toBe(false)
  })

  test('a desk that it cannot read: it says so instead of asking for ever', async () => {
    desk = () => ({ ...snapshot(), pacing: { paused: 'maybe' } })
    store.putDraft({ student: 's', version: 'v', step: 'z', cells: ['3/'] })
    const session = await page()
    await isOutdated(session)
    expect(enters).toBe(1)
    expect(session.view()).toMatchObject({ connected: false, phase: 'loading' })
    expect(typed(session, 'z')).toEqual(['3/'])
  })

  test('news that it cannot read: it says so, and goes on with what it can', async () => {
    const session = await page()
    await isOpen(session)
    sockets.at(-1)?.emit('hand', { up: 'perhaps' })
    await isOutdated(session)
    sockets.at(-1)?.emit('hand', { up: true })
    await vi.waitFor(() => expect(session.view().hand).toBe(true))
    expect(session.view().connected).toBe(true)
  })
})
