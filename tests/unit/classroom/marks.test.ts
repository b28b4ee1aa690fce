import { describe, expect, test } from 'vitest'
import { boardCell } from '@/lib/classroom/board-view'
import type { ClassEvent } from '@/lib/classroom/events'
import { questionStatistics } from '@/lib/classroom/questions'
import { reduce, replay } from '@/lib/classroom/reduce'
import { type MarkedRow, stepPoints, waitsForMark } from '@/lib/classroom/score'
import { markOf } from '@/lib/classroom/timeline'
import { stepKey } from '@/lib/protocol/step-key'

const on = { version: 'v', step: 'explain' }
const key = stepKey('v', 'explain')

const begun: ClassEvent[] = [
  { type: 'student-joined', student: 'ada', name: 'Ada', joinedAt: 1, seed: 5 },
  { type: 'exercises-chosen', versions: ['v'], drawing: [] },
]
const answered = (id: string, at = 2): ClassEvent => ({
  type: 'answered',
  student: 'ada',
  step: key,
  seed: 1,
  id,
  verdict: 'answered',
  mistakes: [],
  follows: [],
  at,
})
const marked = (answer: string | undefined, verdict: 'right' | 'wrong' | null): ClassEvent => ({
  type: 'logged',
  entry: {
    type: 'overridden',
    data: { student: 'ada', on, seed: 1, verdict, note: '', ...(answer !== undefined && { answer }) },
    seq: 9,
    at: 3,
    who: 'dana',
  },
})
function cellAfter(...events: ClassEvent[]) {
  const state = replay([...begun, ...events])
  const oneByOne = [...begun, ...events].reduce(reduce, replay([]))
  expect([...oneByOne.students]).toEqual([...state.students])
  const ada = state.students.get('ada')
  if (!ada) throw new Error('nobody')
  return boardCell(state, ada, key)
}

describe('an answer in words', () => {
  test('is handed in, neither right nor wrong', () => {
    expect(cellAfter(answered('a'))).toMatchObject({ state: 'answered', attempts: 1, wrong: 0, alike: 0 })
  })

  test('is marked, and the mark can be taken back', () => {
    expect(cellAfter(answered('a'), marked('a', 'right'))).toMatchObject({
      state: 'right',
      override: { verdict: 'right', note: '', graded: 'answered' },
    })
    expect(cellAfter(answered('a'), marked('a', 'wrong'))).toMatchObject({ state: 'wrong', wrong: 0 })
    expect(cellAfter(answered('a'), marked('a', 'wrong'), marked('a', null))).toMatchObject({
      state: 'answered',
    })
  })

  test('[G12] a mark wrong ends with the next answer, one right stays', () => {
    expect(cellAfter(answered('a'), marked('a', 'wrong'), answered('b'))).toMatchObject({ state: 'answered' })
    expect(cellAfter(answered('a'), marked('a', 'right'), answered('b'))).toMatchObject({ state: 'right' })
  })

  test('a mark is of the answer that was read', () => {
    expect(cellAfter(answered('a'), answered('b'), marked('a', 'wrong'))).toMatchObject({ state: 'answered' })
    expect(cellAfter(answered('a'), answered('b'), marked('a', 'right'))).toMatchObject({ state: 'right' })
  })

  test('a verdict on the step as a whole holds whatever comes, and so do rows of before', () => {
    expect(cellAfter(answered('a'), marked(undefined, 'wrong'), answered('b'))).toMatchObject({
      state: 'wrong',
    })
  })

  test('marks do not fill the time line', () => {
    const named = () => ({ id: 'verbatim.text', args: { text: 'it' } })
    const entryOf = (event: ClassEvent) => (event.type === 'logged' ? event.entry : null)
    const [one, whole] = [entryOf(marked('a', 'right')), entryOf(marked(undefined, 'right'))]
    expect(one && markOf(one, named, () => 'Ada')).toBeNull()
    expect(whole && markOf(whole, named, () => 'Ada')).not.toBeNull()
  })
})

describe('points', () => {
  const row: MarkedRow = {
    ...on,
    student: 'ada',
    seed: 1,
    id: 'a',
    regrades: null,
    verdict: 'answered',
    mistakes: [],
    at: 2,
    marks: ['answered'],
  }
  const attempts = [{ first: row, now: row, followed: false }]
  const decided = (verdict: 'right' | 'wrong' | null, excused = false) => ({
    excused,
    override: verdict && { verdict, note: '' },
  })
  test('all of them or none, and none to give before a mark', () => {
    expect(stepPoints(attempts, 3, decided(null))).toBeNull()
    expect(stepPoints(attempts, 0, decided(null))).toBe(0)
    expect(stepPoints(attempts, 3, decided('right'))).toBe(3)
    expect(stepPoints(attempts, 3, decided('wrong'))).toBe(0)
    expect(stepPoints([], 3, decided(null))).toBeNull()
    expect(waitsForMark(attempts, decided(null))).toBe(true)
    expect(waitsForMark(attempts, decided('wrong'))).toBe(false)
    expect(waitsForMark([], decided(null))).toBe(false)
  })
})

describe('what a class answered', () => {
  const answers = [
    { student: 'ada', cells: ['b', 'c'], mark: null },
    { student: 'ben', cells: ['c'], mark: null },
  ] as const
  test('choices are counted in the order in which they are offered', () => {
    const choices = ['c', 'a', 'b'].map(value => ({ value, text: `<${value}>`, mathml: null }))
    expect(questionStatistics(key, { question: { asked: '', pick: 'all' }, choices }, answers)).toEqual({
      ...on,
      answered: 2,
      chosen: [
        { choice: '<c>', students: 2 },
        { choice: '<a>', students: 0 },
        { choice: '<b>', students: 1 },
      ],
      written: [],
      more: 0,
    })
    expect(questionStatistics(key, {}, answers)).toBeNull()
  })

  test('texts are told with their marks', () => {
    const words = { question: { asked: '', pick: 'words' } } as const
    expect(questionStatistics(key, words, [{ student: 'ada', cells: ['why'], mark: 'right' }])).toMatchObject(
      {
        chosen: [],
        written: [{ student: 'ada', text: 'why', mark: 'right' }],
      },
    )
  })
})
