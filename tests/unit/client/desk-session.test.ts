import { beforeEach, describe, expect, test, vi } from 'vitest'
import { DeskSession } from '@/lib/client/desk-session'
import { stepCells, stepState } from '@/lib/client/desk-view'
import type { DeskEvents } from '@/lib/client/socket'
import { MemoryStore, type WaitingAnswer } from '@/lib/client/store'
import type { TabMessage } from '@/lib/client/tabs'
import { type Refusal, refuse } from '@/lib/protocol/replies'
import { stepKey } from '@/lib/protocol/step-key'
import type { StepRecord } from '@/lib/protocol/step-record'
import type { Verdict } from '@/lib/protocol/verdict'
import { plainDeskPacing } from '../classroom/unpaced'

/** A server with one rule: the cell `1` is right, `?` cannot be read, and everything else is wrong. */
class FakeServer {
  readonly records = new Map<string, StepRecord>()
  readonly seen = new Set<string>()
  away = false
  /** Acknowledgements get lost on the way back. */
  deaf = false
  refusal: Refusal | null = null
  pacing = plainDeskPacing
  counted = 0

  grade(answer: WaitingAnswer) {
    const verdict: Verdict = answer.cells[0] === '1' ? 'right' : answer.cells[0] === '?' ? 'invalid' : 'wrong'
    const result = {
      verdict,
      cells: [{ verdict, reason: verdict === 'invalid' ? null : ('rational' as const), message: null }],
      mistakes: [],
      message: verdict,
    }
    if (verdict === 'invalid')
      return { ok: true as const, id: answer.id, counted: false, result, record: null }
    const known = this.seen.has(answer.id)
    if (!known) this.counted += 1
    this.seen.add(answer.id)
    const before = this.records.get(answer.step)
    const record: StepRecord = {
      version: answer.version,
      step: answer.step,
      id: answer.id,
      cells: [...answer.cells],
      result,
      attempt: (before?.attempt ?? 0) + (known ? 0 : 1),
      spent: (before?.attempt ?? 0) + (known ? 0 : 1),
      best: before?.best === 'right' || verdict === 'right' ? 'right' : 'wrong',
      at: 0,
    }
    this.records.set(answer.step, record)
    return { ok: true as const, id: answer.id, counted: !known, result, record }
  }

  snapshot() {
    return {
      student: { id: 's', name: 'Ada' },
      class: { id: 'c', title: 'T' },
      exercises: [],
      records: [...this.records.values()],
      pacing: this.pacing,
      hints: [],
      revealed: [],
      hand: false,
      talk: { messages: [], poll: null },
    }
  }
}

let server: FakeServer
let store: MemoryStore
let tabs: ((message: TabMessage) => void)[]

async function page() {
  let events: DeskEvents | null = null
  const session = new DeskSession('c', 's', {
    store: async () => store,
    tabs: (_student, heard) => {
      tabs.push(heard)
      return {
        send: message => tabs.filter(other => other !== heard).forEach(other => void other(message)),
        close() {},
      }
    },
    connect: (_class, given) => {
      events = given
      return {
        enter: async () => (server.away ? null : { ok: true, desk: server.snapshot() }),
        submit: async answer => {
          if (server.away) return null
          if (server.refusal) return server.refusal
          const reply = server.grade(answer)
          return server.deaf ? null : reply
        },
        working() {},
        hint: async () => null,
        hand: async up => (server.away ? null : { ok: true, up }),
        vote: async () => null,
        solution: async () => null,
        close() {},
      }
    },
  })
  await session.open()
  const online = async () => {
    events?.connected()
    await vi.waitFor(() => expect(session.view().connected).toBe(true))
  }
  if (!server.away) await online()
  return { session, online, lose: () => events?.lost(), events: () => events! }
}

beforeEach(() => {
  server = new FakeServer()
  store = new MemoryStore()
  tabs = []
})

const cellsOf = (session: DeskSession) => stepCells(session.view(), { version: 'v', step: 'z' }, 1)
const stateOf = (session: DeskSession) => stepState(session.view(), { version: 'v', step: 'z' })
const settled = (session: DeskSession) =>
  vi.waitFor(() => expect(session.view().answersWaiting).toBe(0), 5000)

describe('a desk', () => {
  test('typed text stands after a reload, and in another tab at once', async () => {
    const first = await page()
    const other = await page()
    first.session.type({ version: 'v', step: 'z' }, ['3/'])
    expect(cellsOf(other.session)).toEqual(['3/'])
    expect(stateOf(first.session)).toBe('working')
    await vi.waitFor(async () => expect(await store.drafts('s')).toHaveLength(1))
    first.session.close()
    expect(cellsOf((await page()).session)).toEqual(['3/'])
  })

  test('an acknowledged answer is the server’s: no draft is left, and a reload shows the verdict', async () => {
    const { session } = await page()
    session.type({ version: 'v', step: 'z' }, ['1'])
    await session.check({ version: 'v', step: 'z' }, ['1'])
    await settled(session)
    expect(stateOf(session)).toBe('right')
    expect(session.view().drafts.size).toBe(0)
    await vi.waitFor(async () => expect(await store.drafts('s')).toEqual([]))
    const again = await page()
    expect(stateOf(again.session)).toBe('right')
    expect(again.session.view().judged.get(stepKey('v', 'z'))?.cells).toEqual(['1'])
  })

  test('what is typed while the verdict is on its way stays', async () => {
    const { session } = await page()
    session.type({ version: 'v', step: 'z' }, ['2'])
    const sent = session.check({ version: 'v', step: 'z' }, ['2'])
    session.type({ version: 'v', step: 'z' }, ['25'])
    await sent
    await settled(session)
    expect(stateOf(session)).toBe('wrong')
    expect(cellsOf(session)).toEqual(['25'])
  })

  test('[G2] an unreadable answer counts nothing, and its text stays', async () => {
    const { session } = await page()
    session.type({ version: 'v', step: 'z' }, ['?'])
    await session.check({ version: 'v', step: 'z' }, ['?'])
    await settled(session)
    expect(stateOf(session)).toBe('working')
    expect(cellsOf(session)).toEqual(['?'])
    expect(session.view().judged.get(stepKey('v', 'z'))?.result.verdict).toBe('invalid')
  })

  test('checked while the server is away: kept over a reload, sent when it is back, counted once', async () => {
    const first = await page()
    server.away = true
    first.lose()
    first.session.type({ version: 'v', step: 'z' }, ['1'])
    await first.session.check({ version: 'v', step: 'z' }, ['1'])
    expect(first.session.view().answersWaiting).toBe(1)
    first.session.close()
    const second = await page()
    expect(cellsOf(second.session)).toEqual(['1'])
    server.away = false
    await second.online()
    await settled(second.session)
    expect(stateOf(second.session)).toBe('right')
    expect(server.counted).toBe(1)
  })

  test('an acknowledgement that got lost: sent again, counted once', async () => {
    server.deaf = true
    const { session } = await page()
    await session.check({ version: 'v', step: 'z' }, ['1'])
    await vi.waitFor(() => expect(server.counted).toBe(1))
    expect(session.view().answersWaiting).toBe(1)
    server.deaf = false
    await settled(session)
    expect(server.counted).toBe(1)
    expect(stateOf(session)).toBe('right')
  })

  test('a refused answer goes back to the drafts, and the student is told until typing on', async () => {
    const { session } = await page()
    server.refusal = refuse('closed', 'The class has moved on.')
    session.type({ version: 'v', step: 'z' }, ['1'])
    await session.check({ version: 'v', step: 'z' }, ['1'])
    await settled(session)
    expect(cellsOf(session)).toEqual(['1'])
    expect(session.view().told.get(stepKey('v', 'z'))).toBe('The class has moved on.')
    session.type({ version: 'v', step: 'z' }, ['12'])
    expect(session.view().told.size).toBe(0)
  })

  test('signed out: the desk says so, typed text and answers on their way stay', async () => {
    const { session } = await page()
    server.refusal = refuse('signed-out', 'This desk was signed out.')
    await session.check({ version: 'v', step: 'z' }, ['1'])
    await vi.waitFor(() => expect(session.view().phase).toBe('ended'))
    expect(session.view().ended).toBe('This desk was signed out.')
    expect(await store.answers('s')).toHaveLength(1)
  })

  test('an answer from another device shows up, unless something else is being typed', async () => {
    const { session, events } = await page()
    const elsewhere = (cell: string, id: string) =>
      server.grade({ id, student: 's', version: 'v', step: 'z', cells: [cell], at: 0 }).record!
    events().record(elsewhere('7', 'one'))
    expect(cellsOf(session)).toEqual(['7'])
    session.type({ version: 'v', step: 'z' }, ['75'])
    events().record(elsewhere('1', 'two'))
    expect(cellsOf(session)).toEqual(['75'])
    expect(stateOf(session)).toBe('right')
  })
})
