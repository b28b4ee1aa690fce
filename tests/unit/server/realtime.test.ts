import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ClassEvent } from '@/lib/classroom/events'
import { reduce } from '@/lib/classroom/reduce'
import { type ClassState, emptyClass } from '@/lib/classroom/state'
import type { BoardDelta } from '@/lib/protocol/board'
import { stepKey } from '@/lib/protocol/step-key'
import type { NewEntry, NewSubmission, StoredEntry } from '@/lib/server/db/rows'
import { BoardFeed } from '@/lib/server/realtime/board/board-feed'
import { Lanes } from '@/lib/server/realtime/room/lanes'
import { Ledger } from '@/lib/server/realtime/room/ledger'
import { TokenBucket, TokenBuckets } from '@/lib/server/realtime/wire/token-bucket'
import { openDoor } from '../open-door'
import { plainBoardPacing } from '../unpaced'

describe('token bucket', () => {
  test('a burst at once, then so many a second, and it says how long to wait', () => {
    const bucket = new TokenBucket(3, 2, 0)
    expect([0, 0, 0].map(now => bucket.take(now))).toEqual([0, 0, 0])
    expect(bucket.take(0)).toBe(500)
    expect(bucket.take(499)).toBeGreaterThan(0)
    expect(bucket.take(500)).toBe(0)
    expect(bucket.take(500)).toBe(500)
  })

  test('what weighs more than the burst passes when the bucket is full', () => {
    const bucket = new TokenBucket(4, 1, 0)
    expect(bucket.take(0, 100)).toBe(0)
    expect(bucket.take(0, 1)).toBe(1000)
  })

  test('a clock that goes back gives no tokens', () => {
    const bucket = new TokenBucket(1, 1, 1000)
    expect(bucket.take(1000)).toBe(0)
    expect(bucket.take(0)).toBeGreaterThan(0)
  })

  test('many keys do not fill the memory: rested ones go, and else newcomers wait', () => {
    const buckets = new TokenBuckets(1, 1, 2)
    expect([buckets.take('a', 0), buckets.take('b', 0), buckets.take('c', 0)]).toEqual([0, 0, 1000])
    expect(buckets.take('c', 5000)).toBe(0)
  })
})

describe('lanes', () => {
  test('one key in order, other keys beside it, a failure stops nobody, too many are refused', async () => {
    const lanes = new Lanes(3)
    const log: string[] = []
    const slow = (name: string, ms: number) => async () => {
      await new Promise(resolve => setTimeout(resolve, ms))
      log.push(name)
      if (name === 'a1') throw new Error('as asked')
    }
    const all = [
      lanes.run('a', slow('a1', 30)),
      lanes.run('a', slow('a2', 1)),
      lanes.run('b', slow('b1', 10)),
    ]
    expect(lanes.run('a', slow('a3', 1))).not.toBeNull()
    expect(lanes.run('a', slow('a4', 1))).toBeNull()
    await Promise.allSettled(all)
    await vi.waitFor(() => expect(lanes.busy).toBe(false))
    expect(log).toEqual(['b1', 'a1', 'a2', 'a3'])
  })
})

describe('the ledger', () => {
  const submission = (id: string) => ({ id, studentId: 's' }) as NewSubmission
  const stored = (batch: readonly NewEntry[]) =>
    batch.map(
      (entry, at): StoredEntry =>
        entry.kind === 'submission'
          ? { kind: 'submission', submission: { ...entry.submission, seq: at } }
          : { kind: 'event', event: { ...entry.event.entry, who: null, at: 0, seq: at } },
    )

  test('answers of the same moment share one commit', async () => {
    const write = vi.fn(async (batch: readonly NewEntry[]) => stored(batch))
    const ledger = new Ledger(write)
    const rows = await Promise.all(['a', 'b', 'c'].map(id => ledger.append(submission(id))))
    expect(rows.map(row => row.id)).toEqual(['a', 'b', 'c'])
    expect(write).toHaveBeenCalledTimes(1)
    await ledger.drained()
  })

  test('one that cannot be stored is refused alone', async () => {
    const ledger = new Ledger(async batch => {
      if (batch.some(entry => entry.kind === 'submission' && entry.submission.id === 'bad'))
        throw new Error('foreign key')
      return stored(batch)
    })
    const outcomes = await Promise.allSettled(['a', 'bad', 'c'].map(id => ledger.append(submission(id))))
    expect(outcomes.map(outcome => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })
})

describe('a board’s feed', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function school() {
    const source = {
      state: emptyClass as ClassState,
      seq: 0,
      boardExercises: () => [],
      boardPacing: () => plainBoardPacing,
      door: openDoor,
    }
    const sent: { delta: BoardDelta; applied: () => void }[] = []
    const lost = vi.fn()
    const feed = new BoardFeed(source, (delta, applied) => void sent.push({ delta, applied }), lost)
    const happens = (event: ClassEvent) => {
      const before = source.state
      source.state = reduce(before, event)
      source.seq += 1
      feed.mark(before, source.state, event)
    }
    happens({ type: 'exercises-chosen', versions: ['v1'], drawing: [] })
    happens({ type: 'student-joined', student: 'ada', name: 'Ada', joinedAt: 1, seed: 2 })
    const answers = (id: string) =>
      happens({
        type: 'answered',
        student: 'ada',
        step: stepKey('v1', 'z'),
        seed: 1,
        id,
        verdict: 'wrong',
        mistakes: [],
        follows: [],
        at: 2,
      })
    return { feed, sent, lost, answers }
  }

  test('says nothing before a snapshot was asked for', () => {
    const { sent, answers } = school()
    answers('a')
    vi.advanceTimersByTime(1000)
    expect(sent).toEqual([])
  })

  test('the next delta waits for the acknowledgement and merges what came in between', () => {
    const { feed, sent, answers } = school()
    feed.startHere()
    answers('a')
    vi.advanceTimersByTime(200)
    for (const id of ['b', 'c', 'd']) answers(id)
    vi.advanceTimersByTime(5000)
    expect(sent.map(({ delta }) => [delta.from, delta.seq])).toEqual([[2, 3]])
    sent[0]?.applied()
    vi.advanceTimersByTime(200)
    expect(sent.map(({ delta }) => [delta.from, delta.seq])).toEqual([
      [2, 3],
      [3, 6],
    ])
    expect(sent[1]?.delta.cells).toMatchObject([{ attempts: 4 }])
  })

  test('a board that never acknowledges is cut off and costs nothing more', () => {
    const { feed, sent, lost, answers } = school()
    feed.startHere()
    answers('a')
    vi.advanceTimersByTime(60_000)
    expect(lost).toHaveBeenCalledTimes(1)
    answers('b')
    vi.advanceTimersByTime(60_000)
    expect(sent).toHaveLength(1)
  })

  test('a clock that is set back holds no board still', () => {
    const { feed, sent, answers } = school()
    feed.startHere()
    answers('a')
    vi.advanceTimersByTime(200)
    sent[0]?.applied()
    vi.setSystemTime(Date.now() - 3_600_000)
    answers('b')
    vi.advanceTimersByTime(200)
    expect(sent).toHaveLength(2)
  })

  test('a late acknowledgement of what went before a new snapshot changes nothing', () => {
    const { feed, sent, answers } = school()
    feed.startHere()
    answers('a')
    vi.advanceTimersByTime(200)
    feed.startHere()
    answers('b')
    vi.advanceTimersByTime(200)
    sent[0]?.applied()
    answers('c')
    vi.advanceTimersByTime(200)
    expect(sent.map(({ delta }) => [delta.from, delta.seq])).toEqual([
      [2, 3],
      [3, 4],
    ])
  })
})
