import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ClassEvent } from '@/lib/classroom/events'
import { reduce } from '@/lib/classroom/reduce'
import { type ClassState, emptyClass } from '@/lib/classroom/state'
import type { BoardDelta } from '@/lib/protocol/board'
import { stepKey } from '@/lib/protocol/step-key'
import { BoardFeed } from '@/lib/server/realtime/board/board-feed'
import { plainBoardPacing } from '../../../classroom/unpaced'
import { openDoor } from '../../../protocol/open-door'

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
