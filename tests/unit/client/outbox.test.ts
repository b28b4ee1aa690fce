import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { nextAfter, Outbox } from '@/lib/client/outbox'
import { MemoryStore, type WaitingAnswer } from '@/lib/client/store'
import type { Receipt } from '@/lib/protocol/receipt'
import { type Reply, refuse } from '@/lib/protocol/replies'

const answer = (id: string, at: number): WaitingAnswer => ({
  id,
  student: 's',
  version: 'v',
  step: 'z',
  cells: [id],
  at,
})

function receipt(id: string): Reply<Receipt> {
  return {
    ok: true,
    id,
    counted: true,
    result: { verdict: 'right', cells: [], mistakes: [], message: '' },
    record: null,
  }
}

describe('what follows a reply', () => {
  test('silence is answered by sending again, less and less often, never more than 15 s apart', () => {
    const waits = Array.from({ length: 20 }, (_, tries) => nextAfter(null, tries + 1)).map(
      next => next.act === 'again' && next.inMs,
    )
    expect(waits).toEqual([...waits].sort((a, b) => Number(a) - Number(b)))
    expect(waits.at(-1)).toBe(15_000)
  })

  test('every refusal either comes back, stops, or is told', () => {
    expect(nextAfter(refuse('too-fast', '', 700), 5)).toEqual({ act: 'again', inMs: 700 })
    expect(nextAfter(refuse('busy', ''), 1)).toMatchObject({ act: 'again' })
    expect(nextAfter(refuse('busy', ''), 3)).toEqual({ act: 'deliver' })
    expect(nextAfter(refuse('signed-out', ''), 1)).toEqual({ act: 'stop' })
    expect(nextAfter(refuse('outdated', ''), 1)).toEqual({ act: 'stop' })
    for (const code of ['closed', 'not-found', 'malformed', 'forbidden', 'too-large'] as const) {
      expect(nextAfter(refuse(code, ''), 1)).toEqual({ act: 'deliver' })
    }
  })
})

describe('the outbox', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function fixture(
    reply: (answer: WaitingAnswer, time: number) => Reply<Receipt> | null,
    store = new MemoryStore(),
  ) {
    const sent: string[] = []
    const delivered: string[] = []
    const stopped: string[] = []
    const outbox = new Outbox(store, {
      send: async answer => {
        // Kept before it is sent.
        expect((await store.answers('s')).map(({ id }) => id)).toContain(answer.id)
        sent.push(answer.id)
        return reply(answer, sent.length)
      },
      delivered: answer => delivered.push(answer.id),
      stopped: refusal => stopped.push(refusal.code),
      changed: () => undefined,
    })
    return { outbox, store, sent, delivered, stopped }
  }

  test('sends in order, one at a time, and forgets only what was acknowledged', async () => {
    const { outbox, store, sent, delivered } = fixture(({ id }) => receipt(id))
    await outbox.add(answer('a', 1))
    await outbox.add(answer('b', 2))
    expect(sent).toEqual([])
    outbox.connected(true)
    await vi.runAllTimersAsync()
    expect(sent).toEqual(['a', 'b'])
    expect(delivered).toEqual(['a', 'b'])
    expect(await store.answers('s')).toEqual([])
    expect(outbox.waiting).toEqual([])
  })

  test('the same id again until it is acknowledged; what comes after waits', async () => {
    const { outbox, sent, delivered } = fixture(({ id }, time) => (time < 4 ? null : receipt(id)))
    await outbox.add(answer('a', 1))
    await outbox.add(answer('b', 2))
    outbox.connected(true)
    await vi.runAllTimersAsync()
    expect(sent).toEqual(['a', 'a', 'a', 'a', 'b'])
    expect(delivered).toEqual(['a', 'b'])
  })

  test('a lost connection holds everything back, and its return sends at once', async () => {
    let away = true
    const { outbox, sent, delivered } = fixture(({ id }) => (away ? null : receipt(id)))
    await outbox.add(answer('a', 1))
    outbox.connected(true)
    await vi.advanceTimersByTimeAsync(0)
    outbox.connected(false)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toEqual(['a'])
    away = false
    outbox.connected(true)
    await vi.advanceTimersByTimeAsync(0)
    expect(delivered).toEqual(['a'])
  })

  test('an earlier page’s answers are sent before new ones', async () => {
    const store = new MemoryStore()
    await store.putAnswer(answer('old', 1))
    const { outbox, delivered } = fixture(({ id }) => receipt(id), store)
    await outbox.load('s')
    await outbox.add(answer('new', 2))
    await outbox.load('s')
    outbox.connected(true)
    await vi.runAllTimersAsync()
    expect(delivered).toEqual(['old', 'new'])
  })

  test('an answer checked while the store is read is in the queue once', async () => {
    const { outbox } = fixture(({ id }) => receipt(id))
    const added = outbox.add(answer('a', 1))
    await Promise.all([outbox.load('s'), added])
    expect(outbox.waiting.map(({ id }) => id)).toEqual(['a'])
  })

  test('signed out: nothing is sent any more, and nothing is thrown away', async () => {
    const { outbox, store, sent, stopped } = fixture(() => refuse('signed-out', ''))
    await outbox.add(answer('a', 1))
    outbox.connected(true)
    await vi.runAllTimersAsync()
    expect(sent).toEqual(['a'])
    expect(stopped).toEqual(['signed-out'])
    expect(await store.answers('s')).toHaveLength(1)
  })

  test('an answer that another tab delivered is not sent again', async () => {
    const { outbox, sent } = fixture(({ id }) => receipt(id))
    await outbox.add(answer('a', 1))
    outbox.forget('a')
    outbox.connected(true)
    await vi.runAllTimersAsync()
    expect(sent).toEqual([])
  })
})
