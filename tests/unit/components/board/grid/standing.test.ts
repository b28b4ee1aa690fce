import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { needOf, shareRight, sortStandings, standingOf } from '@/components/board/grid/standing'
import type { BoardCell, BoardStudent } from '@/lib/protocol/board'
import { stepKey } from '@/lib/protocol/step-key'
import type { CellState } from '@/lib/protocol/step-state'

const minute = 60_000
const now = 100 * minute
const step = (id: string) => ({ id, mathml: '', title: id, shape: [] })
const exercise = { version: 'v', title: 'T', steps: ['z', 'h', 'L'].map(step), draws: false }

type Cells = Partial<Record<'z' | 'h' | 'L', [CellState, number]>>

function standing(name: string, cells: Cells, more: Partial<BoardStudent> = {}) {
  const student: BoardStudent = {
    id: name,
    name,
    presence: 'here',
    joinedAt: now - minute,
    lastAnswerAt: now - minute,
    hand: null,
    ...more,
  }
  const rows = Object.entries(cells).map(([id, [state, wrong]]): [string, BoardCell] => [
    stepKey('v', id),
    {
      student: name,
      version: 'v',
      step: id,
      state,
      attempts: wrong,
      wrong,
      hints: 0,
      mistakes: [],
      alike: wrong,
    },
  ])
  return standingOf(student, new Map(rows), exercise, now)
}

const names = (standings: readonly { student: BoardStudent }[]) =>
  standings.map(({ student }) => student.name)

describe('standingOf', () => {
  it('counts what is done, and the same mistake only where the step is not done', () => {
    const { done, alike, finished } = standing('Ada', { z: ['right', 4], h: ['follows', 0], L: ['wrong', 2] })
    expect({ done, alike, finished }).toEqual({ done: 2, alike: 2, finished: false })
  })

  it('counts idle time from the last answer, or from joining, and only of who is here and not finished', () => {
    expect(standing('a', {}, { lastAnswerAt: now - 7.9 * minute }).idleMinutes).toBe(7)
    expect(standing('b', {}, { lastAnswerAt: null, joinedAt: now - 3 * minute }).idleMinutes).toBe(3)
    expect(standing('c', {}, { lastAnswerAt: 0, presence: 'gone' }).idleMinutes).toBe(0)
    const all: Cells = { z: ['right', 0], h: ['right', 0], L: ['revealed', 0] }
    expect(standing('d', all, { lastAnswerAt: 0 })).toMatchObject({ finished: true, idleMinutes: 0 })
    // A teacher's clock that is behind the server's.
    expect(standing('e', {}, { lastAnswerAt: now + minute }).idleMinutes).toBe(0)
  })
})

describe('sortStandings', () => {
  const class1 = [
    standing('Finished', { z: ['right', 5], h: ['right', 0], L: ['right', 0] }),
    standing('Idle long', {}, { lastAnswerAt: now - 20 * minute }),
    standing('Idle', {}, { lastAnswerAt: now - 6 * minute }),
    standing('Three wrong', { z: ['wrong', 3] }),
    standing('Waves', {}, { hand: { id: 9, since: 3 } }),
    standing(
      'Waves first',
      { z: ['right', 0], h: ['right', 0], L: ['right', 0] },
      { hand: { id: 4, since: 8 } },
    ),
    standing('Left waving', {}, { hand: { id: 1, since: 1 }, presence: 'gone' }),
    standing('Five wrong', { z: ['right', 0], h: ['wrong', 5] }),
    standing('Left', { z: ['wrong', 9] }, { presence: 'gone' }),
    standing('Calm', { z: ['wrong', 1] }),
  ]

  it('puts hands first as they went up, then who is stuck most, then who is idle longest, then the rest by name', () => {
    expect(names(sortStandings(class1, 'needs'))).toEqual([
      'Waves first',
      'Waves',
      'Five wrong',
      'Three wrong',
      'Idle long',
      'Idle',
      'Calm',
      'Finished',
      'Left',
      'Left waving',
    ])
  })

  it('sorts by stuck alone, and by idle alone', () => {
    expect(names(sortStandings(class1, 'stuck')).slice(0, 3)).toEqual(['Five wrong', 'Three wrong', 'Calm'])
    expect(names(sortStandings(class1, 'idle')).slice(0, 2)).toEqual(['Idle long', 'Idle'])
  })

  it('sorts by name as people do: case and numbers', () => {
    const some = ['ben', 'Ada (10)', 'Ada (2)', 'Zoé', 'Ada'].map(name => standing(name, {}))
    expect(names(sortStandings(some, 'name'))).toEqual(['Ada', 'Ada (2)', 'Ada (10)', 'ben', 'Zoé'])
  })

  it('sorts by progress, the furthest first', () => {
    expect(names(sortStandings(class1, 'progress')).slice(0, 2)).toEqual(['Finished', 'Waves first'])
  })

  it('gives one order whatever order the students came in', () => {
    const shuffled = fc.shuffledSubarray(class1, { minLength: class1.length })
    fc.assert(
      fc.property(shuffled, fc.constantFrom('needs', 'stuck', 'idle', 'name', 'progress'), (some, order) => {
        expect(names(sortStandings(some, order))).toEqual(names(sortStandings(class1, order)))
      }),
    )
  })
})

describe('needOf', () => {
  it('marks a hand before all else, also of who has finished, and of nobody who has left', () => {
    const hand = { id: 1, since: 0 }
    expect(needOf(standing('a', { z: ['wrong', 3] }, { hand }))).toEqual({ kind: 'hand' })
    const all: Cells = { z: ['right', 0], h: ['right', 0], L: ['right', 0] }
    expect(needOf(standing('a', all, { hand }))).toEqual({ kind: 'hand' })
    expect(needOf(standing('a', {}, { hand, presence: 'gone' }))).toBeNull()
  })

  it('is not idle who is away', () => {
    expect(standing('a', {}, { lastAnswerAt: 0, presence: 'away' }).idleMinutes).toBe(0)
  })

  it('marks who is stuck or idle, and nobody who has left or finished', () => {
    expect(needOf(standing('a', { z: ['wrong', 3] }))).toEqual({ kind: 'stuck', tries: 3 })
    expect(needOf(standing('a', { z: ['wrong', 2] }))).toBeNull()
    expect(needOf(standing('a', {}, { lastAnswerAt: now - 5 * minute }))).toEqual({
      kind: 'idle',
      minutes: 5,
    })
    expect(needOf(standing('a', { z: ['wrong', 9] }, { presence: 'gone' }))).toBeNull()
  })
})

describe('shareRight', () => {
  it('is the share of right answers in whole percent, of everybody in the class', () => {
    const three = [
      standing('a', { z: ['right', 0] }),
      standing('b', { z: ['follows', 0] }),
      standing('c', {}),
    ]
    expect(shareRight(three, { version: 'v', step: 'z' })).toBe(33)
    expect(shareRight([], { version: 'v', step: 'z' })).toBeNull()
  })
})
