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
