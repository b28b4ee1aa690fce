import type { Socket as Raw } from 'node:net'
import type { Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { DeskSnapshot } from '@/lib/protocol/desk'
import { newId } from '@/lib/protocol/ids'
import type { Reply } from '@/lib/protocol/replies'
import { boardsAgreeWithRows } from './agreement'
import { ask, boardOf, connected, deskOf, type Jar, type OpenedClass, School, submitted } from './school'

let school: School
let owner: Jar
let opened: OpenedClass
let first: string

beforeAll(async () => {
  school = await School.fresh()
  owner = await school.owner()
})
boardsAgreeWithRows(() => school)
afterAll(() => school.close())

async function aClass(): Promise<void> {
  opened = await school.openClass(owner)
  first = opened.versions[0] as string
}

/** Desks of newcomers, who join one after the other: a board shows them in that order. */
async function desksOf(to: OpenedClass, names: readonly string[]): Promise<Socket[]> {
  const desks = []
  for (const name of names) desks.push(await school.desk((await school.join(to.code, name)).jar, to.id))
  return desks
}

const named = (many: number) => Array.from({ length: many }, (_, n) => `Student ${n}`)

/** The connection under a client: while it is paused nothing is read, nothing is acknowledged, and the other end does not know. */
function rawOf(socket: Socket): Raw {
  const { engine } = socket.io as unknown as { engine: { transport: { ws: { _socket: Raw } } } }
  return engine.transport.ws._socket
}

interface Buffered {
  id: string
  /** Bytes that the engine and the websocket hold for a client, by their own counters. */
  bytes: number
}

async function buffered(): Promise<Buffered[]> {
  return (await (await fetch(`${school.origin}/test/buffered`)).json()) as Buffered[]
}

const engineId = (socket: Socket) => (socket.io as unknown as { engine: { id: string } }).engine.id

/** One more packet may come on top of what may wait (lib/server/realtime/wire/transport-limits.ts). */
const backlogMost = 1_048_576 + 400_000

describe('who does not read', () => {
  test('a desk in a tunnel costs bounded memory, harms nobody, is cut, and comes back to everything', async () => {
    await aClass()
    const board = await school.board(owner, opened.id)
    const ada = await school.join(opened.code, 'Ada')
    const ben = await school.join(opened.code, 'Ben')
    const tunnel = await school.desk(ada.jar, opened.id)
    const beside = await school.desk(ben.jar, opened.id)
    // Makes each desk that is sent to her large.
    for (const step of ['z', 'L']) {
      const cells = step === 'z' ? ['7'.repeat(60_000), '2'] : ['7'.repeat(60_000)]
      expect(await submitted(tunnel, first, step, cells)).toMatchObject({ ok: true, counted: true })
    }
    const id = engineId(tunnel)
    const lost = new Promise(resolve => tunnel.once('disconnect', resolve))
    const back = new Promise<void>(resolve =>
      tunnel.once('disconnect', () => tunnel.once('connect', () => resolve())),
    )
    rawOf(tunnel).pause()

    let most = 0
    let present = true
    let beat = 0
    // Each command sends every desk anew: megabytes to somebody who takes nothing.
    for (let n = 0; n < 600 && present; n += 1) {
      const reply = await ask(board, 'pace', { do: 'hints', allowed: n % 2 === 1 })
      if (!reply.ok) await new Promise(resolve => setTimeout(resolve, 100))
      const now = await buffered()
      present = now.some(one => one.id === id)
      most = Math.max(most, now.find(one => one.id === id)?.bytes ?? 0)
      if (n % 20 === 0) {
        beat += 1
        expect(await submitted(beside, first, 'z', ['1', `${beat}`])).toMatchObject({ ok: true })
      }
    }
    expect(present, 'the one who reads nothing is still connected').toBe(false)
    expect(most).toBeGreaterThan(100_000)
    expect(most).toBeLessThan(backlogMost)

    // The tunnel ends: what was on its way is read, then that it was cut.
    rawOf(tunnel).resume()
    await lost
    await back
    const desk = await deskOf(tunnel)
    expect(desk.records.map(({ step }) => step).sort()).toEqual(['L', 'z'])
    expect((await deskOf(beside)).records).toMatchObject([{ attempt: beat }])
    for (const socket of [board, tunnel, beside]) socket.close()
  })

  test('a board that does not read is sent one delta and no more, is cut, and comes back to a snapshot', async () => {
    await aClass()
    const slow = await school.board(owner, opened.id)
    const other = await school.board(owner, opened.id)
    other.on('delta', (_delta, applied: () => void) => applied())
    await boardOf(slow)
    await boardOf(other)
    const deltas = vi.fn()
    slow.on('delta', deltas)
    const desks = await desksOf(opened, named(12))
    const id = engineId(slow)
    const back = new Promise<void>(resolve =>
      slow.once('disconnect', () => slow.once('connect', () => resolve())),
    )
    rawOf(slow).pause()
    const seen = deltas.mock.calls.length

    let most = 0
    let answers = 0
    const began = Date.now()
    while ((await buffered()).some(one => one.id === id)) {
      expect(Date.now() - began, 'it is never cut').toBeLessThan(90_000)
      const replies = await Promise.all(
        desks.map((desk, n) => submitted(desk, first, 'z', [`${answers}`, `${n}`])),
      )
      answers += 1
      for (const reply of replies) expect(reply).toMatchObject({ ok: true, counted: true })
      most = Math.max(most, ...(await buffered()).filter(one => one.id === id).map(({ bytes }) => bytes))
      await new Promise(resolve => setTimeout(resolve, 400))
    }
    expect(answers).toBeGreaterThan(5)
    // One delta of so few students is small; all of what happened would not be.
    expect(most).toBeLessThan(100_000)
    rawOf(slow).resume()
    await back
    expect(deltas.mock.calls.length - seen).toBeLessThanOrEqual(2)
    const [mine, theirs] = [await boardOf(slow), await boardOf(other)]
    expect(mine.cells).toEqual(theirs.cells)
    expect(mine.cells.every(cell => cell.attempts === answers)).toBe(true)
    for (const socket of [slow, other, ...desks]) socket.close()
  })
})

describe('bursts', () => {
  test('a whole class behind one address answers in one moment: all is counted, once, and another class is served', async () => {
    await aClass()
    const [here, quiet] = [opened, await school.openClass(owner, 'Quiet')]
    const desks = await desksOf(here, named(60))
    const [calm] = await desksOf(quiet, ['In peace'])
    if (!calm) throw new Error('nobody came')

    const each = 5
    const burst = Promise.all(
      desks.flatMap(desk => Array.from({ length: each }, (_, n) => untilCounted(desk, ['1', `${10 + n}`]))),
    )
    const beside = await submitted(calm, first, 'z', ['1', '2'])
    expect(beside).toMatchObject({ ok: true, result: { verdict: 'right' } })
    await burst
    const all = await Promise.all(desks.map(deskOf))
    expect(all.map(({ records }) => records.map(({ attempt }) => attempt))).toEqual(desks.map(() => [each]))
    for (const socket of [...desks, calm]) socket.close()
  })

  test('one connection beyond its pace is told when to come again, for every message, and nobody else waits', async () => {
    await aClass()
    const [hasty, calm] = await desksOf(opened, ['Hasty', 'Calm'])
    if (!hasty || !calm) throw new Error('nobody came')
    const replies = await Promise.all(Array.from({ length: 150 }, () => ask(hasty, 'enter', {})))
    const refused = replies.filter(reply => !reply.ok)
    expect(refused.length).toBeGreaterThan(20)
    expect(replies.length - refused.length).toBeGreaterThanOrEqual(80)
    for (const reply of refused)
      expect(reply).toMatchObject({ code: 'too-fast', retryInMs: expect.any(Number) })
    expect((await deskOf(calm)).student.name).toBe('Calm')
    expect(hasty.connected).toBe(true)
    hasty.close()
    calm.close()
  })

  /** As an outbox does it: the same id until it is acknowledged. */
  async function untilCounted(desk: Socket, cells: string[]): Promise<void> {
    const id = newId()
    for (;;) {
      const reply: Reply<object> = await submitted(desk, first, 'z', cells, id)
      if (reply.ok) return
      expect(['too-fast', 'busy']).toContain(reply.code)
      await new Promise(resolve => setTimeout(resolve, reply.retryInMs ?? 500))
    }
  }
})

describe('coming late', () => {
  test('shows where the class is: what is released, the step it was brought to, the pause, the clock', async () => {
    await aClass()
    const board = await school.board(owner, opened.id)
    for (const command of [
      { do: 'release', version: first, steps: ['L'], released: false },
      { do: 'focus', on: { version: first, step: 'z' } },
      { do: 'time', ms: 60_000, on: null },
      { do: 'pause', paused: true },
    ]) {
      expect(await ask(board, 'pace', command)).toEqual({ ok: true })
    }
    const { jar } = await school.join(opened.code, 'Late')
    const late = await school.desk(jar, opened.id)
    const desk: DeskSnapshot = await deskOf(late)
    const steps = desk.exercises[0]?.flow.flatMap(part => (part.type === 'step' ? [part.step.id] : []))
    expect(steps).toEqual(['z'])
    expect(desk.pacing).toMatchObject({ paused: true, focus: { version: first, step: 'z' } })
    expect(desk.pacing.countdown?.remainingMs).toBeGreaterThan(0)
    late.close()
    board.close()
  })
})

describe('the progress of the class', () => {
  test('comes with the connection, moves with the class, and is not told of few nor while verdicts are held back', async () => {
    await aClass()
    const board = await school.board(owner, opened.id)
    const shares: (number | null)[] = []
    const come = async (name: string) => {
      const { jar } = await school.join(opened.code, name)
      const desk = school.socket('/desk', jar, { class: opened.id })
      desk.on('progress', ({ share }) => shares.push(share))
      await connected(desk)
      await deskOf(desk)
      return desk
    }
    const ada = await come('Ada')
    const ben = await come('Ben')
    await submitted(ada, first, 'z', ['1', '2'])
    expect(new Set(shares)).toEqual(new Set([null]))
    const cleo = await come('Cleo')
    // One of three students x four steps.
    await vi.waitFor(() => expect(shares).toContain(0.08), { timeout: 15_000 })
    await ask(board, 'pace', { do: 'hold' })
    await vi.waitFor(() => expect(shares.at(-1)).toBeNull(), { timeout: 15_000 })
    const told = shares.length
    await submitted(ben, first, 'z', ['1', '2'])
    const dan = await come('Dan')
    expect(shares.slice(told)).toEqual([null])
    await ask(board, 'pace', { do: 'open', on: null })
    // Two of sixteen.
    await vi.waitFor(() => expect(shares.at(-1)).toBe(0.12), { timeout: 15_000 })
    for (const socket of [ada, ben, cleo, dan, board]) socket.close()
  })
})
