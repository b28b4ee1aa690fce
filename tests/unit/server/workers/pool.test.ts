import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WorkerPool } from '@/lib/server/workers/pool'
import { takesLong } from '../../../takes-long'

takesLong()

/** A worker whose jobs do what their source says: the pool knows nothing of the engine. */
const scripted = `
import { parentPort } from 'node:worker_threads'
function work({ id, ask }) {
  if (ask.source === 'hang') for (;;) {}
  if (ask.source === 'exit') process.exit(3)
  if (ask.source === 'eat') { const held = []; for (;;) held.push(new Array(100000).fill(held.length)) }
  if (ask.source === 'fail') return parentPort.postMessage({ id, type: 'failed', message: 'as asked' })
  parentPort.postMessage({ id, type: 'done', answer: ask.source })
}
parentPort.on('message', given => given.forEach(work))
parentPort.postMessage({ type: 'ready' })
`

let folder: string
let file: string
const pools: WorkerPool[] = []

function pool(options: { threads?: number; queue?: number; ms?: number } = {}): WorkerPool {
  const { threads = 1, queue = 10, ms = 300 } = options
  const made = new WorkerPool({ threads, queue, file, deadlines: { check: ms, grade: ms } })
  pools.push(made)
  return made
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pool-'))
  file = join(folder, 'worker.mjs')
  await writeFile(file, scripted)
})

afterAll(async () => {
  await Promise.all(pools.map(made => made.close()))
  await rm(folder, { recursive: true })
})

test('a job past its deadline is refused, and those behind it are answered', async () => {
  const one = pool()
  const outcomes = await Promise.all(
    ['a', 'hang', 'b', 'hang', 'c'].map(source => one.run('check', { source })),
  )
  expect(outcomes).toEqual([
    { ok: true, answer: 'a' },
    { ok: false, why: 'busy' },
    { ok: true, answer: 'b' },
    { ok: false, why: 'busy' },
    { ok: true, answer: 'c' },
  ])
})

test('waiting in the queue does not use up the deadline', async () => {
  const one = pool({ ms: 400 })
  const [first, second] = await Promise.all([
    one.run('check', { source: 'hang' }),
    one.run('check', { source: 'late but fine' }),
  ])
  expect(first).toEqual({ ok: false, why: 'busy' })
  expect(second).toEqual({ ok: true, answer: 'late but fine' })
})

test('a thread that ends by itself or eats its memory costs its own job alone', async () => {
  const two = pool({ threads: 2, ms: 60_000 })
  const outcomes = await Promise.all(
    ['exit', 'eat', 'fail', 'a', 'b'].map(source => two.run('check', { source })),
  )
  expect(outcomes).toEqual([
    { ok: false, why: 'failed' },
    { ok: false, why: 'failed' },
    { ok: false, why: 'failed' },
    { ok: true, answer: 'a' },
    { ok: true, answer: 'b' },
  ])
})

const grade = (source: string) => ({ version: 'v', source, step: 's', cells: [], earlier: [] })

test('grades are given ahead, and one that hangs keeps none of those behind it', async () => {
  const two = pool({ threads: 2, queue: 100, ms: 60_000 })
  const [hanging, ...others] = ['hang', ...Array.from({ length: 40 }, (_, n) => String(n))].map(source =>
    two.run('grade', grade(source)),
  )
  expect(await Promise.all(others)).toEqual(
    Array.from({ length: 40 }, (_, n) => ({ ok: true, answer: String(n) })),
  )
  await two.close()
  expect(await hanging).toEqual({ ok: false, why: 'busy' })
})

test('grades behind one that ends the thread are done by the next', async () => {
  const one = pool({ ms: 60_000 })
  const outcomes = await Promise.all(['a', 'exit', 'b', 'c'].map(source => one.run('grade', grade(source))))
  expect(outcomes).toEqual([
    { ok: true, answer: 'a' },
    { ok: false, why: 'failed' },
    { ok: true, answer: 'b' },
    { ok: true, answer: 'c' },
  ])
})

test('visitors wait until no class does, and leave a thread free for the next class', async () => {
  const two = pool({ threads: 2, queue: 100, ms: 60_000 })
  const visitor = (source: string) => two.run('grade', grade(source), 'visitors')
  // One of two threads hangs for a visitor, and three more visitors wait behind it.
  const hanging = visitor('hang')
  const waiting = ['v1', 'v2', 'v3'].map(visitor)
  let answered = false
  for (const one of waiting) void one.then(() => (answered = true))
  const classes = Array.from({ length: 60 }, (_, n) => two.run('grade', grade(String(n))))
  expect((await Promise.all(classes)).every(({ ok }) => ok)).toBe(true)
  expect(await two.run('check', { source: 'a' })).toEqual({ ok: true, answer: 'a' })
  expect(answered).toBe(false)
  await two.close()
  expect(await Promise.all([hanging, ...waiting])).toEqual(Array(4).fill({ ok: false, why: 'busy' }))
})

test('classes go first where both wait, and visitors are answered when none does', async () => {
  const one = pool({ ms: 60_000 })
  const order: string[] = []
  const told = (name: string, lane: 'classes' | 'visitors') =>
    one.run('check', { source: name }, lane).then(() => order.push(name))
  await Promise.all([
    told('v1', 'visitors'),
    told('v2', 'visitors'),
    told('a', 'classes'),
    told('b', 'classes'),
  ])
  expect(order).toEqual(['a', 'b', 'v1', 'v2'])
})

test('a full lane of visitors refuses visitors alone', async () => {
  const one = new WorkerPool({ threads: 1, queue: 2, visitorsQueue: 1, file })
  pools.push(one)
  const outcomes = await Promise.all([
    one.run('check', { source: 'a' }, 'visitors'),
    one.run('check', { source: 'b' }, 'visitors'),
    one.run('check', { source: 'c' }),
  ])
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true])
})

test('a full queue refuses at once', async () => {
  const one = pool({ queue: 2 })
  const outcomes = await Promise.all([1, 2, 3, 4].map(n => one.run('check', { source: String(n) })))
  expect(outcomes.map(outcome => outcome.ok)).toEqual([true, true, false, false])
})

test('a worker that cannot start answers what waits instead of being tried for ever', async () => {
  const broken = new WorkerPool({ threads: 1, queue: 5, file: join(folder, 'is-not-there.mjs') })
  pools.push(broken)
  expect(await broken.run('check', { source: 'a' })).toEqual({ ok: false, why: 'failed' })
})

test('closing answers what is open', async () => {
  const one = pool({ ms: 60_000 })
  const open = [one.run('check', { source: 'hang' }), one.run('check', { source: 'a' })]
  await one.close()
  expect(await Promise.all(open)).toEqual([
    { ok: false, why: 'busy' },
    { ok: false, why: 'busy' },
  ])
  expect(await one.run('check', { source: 'a' })).toEqual({ ok: false, why: 'busy' })
})
