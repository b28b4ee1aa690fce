import { expect, test, vi } from 'vitest'
import { emptyClass } from '@/lib/classroom/state'
import type { NewEntry, StoredEntry } from '@/lib/server/db/rows'
import type { DeskLink } from '@/lib/server/realtime/desk/desk-link'
import { carryOut } from '@/lib/server/realtime/room/carry-out'
import type { Commands } from '@/lib/server/realtime/room/command'
import { Ledger } from '@/lib/server/realtime/room/ledger'
import type { Live } from '@/lib/server/realtime/room/live'
import { openRoom } from '@/lib/server/realtime/room/open-room'
import type { Shelf } from '@/lib/server/realtime/room/shelf'
import type { WorkerPool } from '@/lib/server/workers/pool'

const ada = 'ada'

/** A class without exercises and one student with a page, whose commits wait for the test. */
function opened() {
  const record = { id: 'c', code: 'x', title: 'ML', ownerId: 'o', createdAt: 0 }
  const room = openRoom({ record, state: emptyClass, exercises: [], shelf: {} as Shelf })
  room.apply({ type: 'student-joined', student: ada, name: 'Ada', joinedAt: 1, seed: 2 })
  const told: string[] = []
  const link: DeskLink = { id: 'page', tell: name => void told.push(name) }
  room.links.enter(ada, link)
  const commits: { readonly entries: string[]; readonly end: (ok: boolean) => void }[] = []
  let seq = 0
  const ledger = new Ledger(
    batch =>
      new Promise((resolve, reject) => {
        const entries = batch.map(entry => (entry.kind === 'event' ? entry.event.entry.type : entry.kind))
        const end = (ok: boolean) => (ok ? resolve(batch.map(stored)) : reject(new Error('the disk is full')))
        commits.push({ entries, end })
      }),
  )
  const stored = (entry: NewEntry): StoredEntry => {
    if (entry.kind !== 'event') throw new Error('nobody answers here')
    seq += 1
    return { kind: 'event', event: { ...entry.event.entry, who: entry.event.who, at: entry.event.at, seq } }
  }
  const order = <Name extends keyof Commands>(name: Name, command: Commands[Name], who = 'dana') => {
    const ordered = { class: 'c', who, page: null, name, command }
    return carryOut(room, ordered, { ledger, pool: {} as WorkerPool } as Live)
  }
  const paused = () => room.state.pacing.paused
  return { room, told, commits, order, paused }
}

test('a command is applied and told after its commit, and answered last', async () => {
  const { room, told, commits, order } = opened()
  let answered: unknown
  const done = order('hand', { student: ada, up: true }, ada).then(reply => {
    answered = reply
  })
  await vi.waitFor(() => expect(commits.map(({ entries }) => entries)).toEqual([['hand']]))
  expect(room.state.students.get(ada)?.hand).toBeNull()
  expect([told, answered]).toEqual([[], undefined])
  commits[0]?.end(true)
  await done
  expect(room.state.students.get(ada)?.hand).not.toBeNull()
  expect(told).toContain('hand')
  expect(answered).toEqual({ ok: true, up: true })
  room.close()
})

test('what cannot be committed changes nothing and is told to nobody', async () => {
  const { room, told, commits, order } = opened()
  const before = room.state
  const done = expect(order('hand', { student: ada, up: true }, ada)).rejects.toThrow('the disk is full')
  await vi.waitFor(() => expect(commits).toHaveLength(1))
  commits[0]?.end(false)
  await done
  expect(room.state).toBe(before)
  expect(told).toEqual([])
  room.close()
})

test('what is refused is neither committed nor applied', async () => {
  const { room, commits, order } = opened()
  const before = room.state
  const refusals = [
    await order('pace', { do: 'focus', on: { version: 'v', step: 'z' } }),
    await order('say', { do: 'say', to: ['nobody'], on: null, text: 'Hello' }),
    await order('hand', { student: 'nobody', up: true }, 'nobody'),
  ]
  for (const refusal of refusals) expect(refusal).toMatchObject({ ok: false })
  expect(commits).toEqual([])
  expect(room.state).toBe(before)
  room.close()
})

test('commands of the class wait for each other; those of a student do not wait for them', async () => {
  const { room, commits, order, paused } = opened()
  const all = [
    order('pace', { do: 'pause', paused: true }),
    order('pace', { do: 'pause', paused: false }),
    order('hand', { student: ada, up: true }, ada),
  ]
  await vi.waitFor(() => expect(commits).toHaveLength(1))
  expect(commits[0]?.entries.toSorted()).toEqual(['hand', 'paused'])
  expect(paused()).toBe(false)
  commits[0]?.end(true)
  await vi.waitFor(() => expect(commits).toHaveLength(2))
  expect(paused()).toBe(true)
  commits[1]?.end(true)
  for (const reply of await Promise.all(all)) expect(reply).toMatchObject({ ok: true })
  expect(paused()).toBe(false)
  room.close()
})

test('a command is refused where too much waits for the class', async () => {
  const { room, commits, order } = opened()
  const most = 20
  const all = Array.from({ length: most }, () => order('pace', { do: 'pause', paused: true }))
  const crowded = await order('pace', { do: 'pause', paused: true })
  expect(crowded).toMatchObject({ ok: false, code: 'too-fast' })
  for (let at = 0; at < most; at += 1) {
    await vi.waitFor(() => expect(commits.length).toBeGreaterThan(at), { interval: 1 })
    commits[at]?.end(true)
  }
  for (const reply of await Promise.all(all)) expect(reply).toMatchObject({ ok: true })
  room.close()
})
