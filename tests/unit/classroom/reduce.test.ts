import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ClassEvent } from '@/lib/classroom/events'
import { type LogEntry, readEntry } from '@/lib/classroom/log'
import { reduce, replay } from '@/lib/classroom/reduce'
import { type ClassState, emptyClass } from '@/lib/classroom/state'
import { cellAt } from '@/lib/classroom/variant'
import { addressOf, stepKey } from '@/lib/protocol/step-key'
import { anyEvent, durableEvent, loggedEvent } from './events'

const z = stepKey('v1', 'z')
const ada: ClassEvent = { type: 'student-joined', student: 'ada', name: 'Ada', joinedAt: 1, seed: 2 }
const answered = (verdict: 'right' | 'follows' | 'wrong', id: string, at = 5): ClassEvent => ({
  type: 'answered',
  student: 'ada',
  step: z,
  seed: 1,
  id,
  verdict,
  mistakes: [],
  follows: [],
  at,
})

function stateAfter(...events: ClassEvent[]): ClassState {
  return events.reduce(reduce, emptyClass)
}

/** The content of a state, whatever the structure of its maps. */
function inIt(state: ClassState) {
  return { ...state, students: new Map(state.students) }
}

test('[G12] the best verdict counts, and every counted answer is an attempt', () => {
  const state = stateAfter(
    ada,
    answered('wrong', 'a', 2),
    answered('right', 'b', 3),
    answered('wrong', 'c', 4),
  )
  expect(state.students.get('ada')?.cells.get(z)).toEqual({
    seed: 1,
    attempts: 3,
    wrong: 2,
    made: new Map([['no name', 2]]),
    spent: 3,
    heldIn: null,
    told: 'c',
    rightIn: null,
    best: 'right',
    latest: { id: 'c', of: 'c', verdict: 'wrong', mistakes: [], follows: [], at: 4 },
    following: null,
    resting: [],
    override: null,
  })
  expect(state.students.get('ada')?.lastAnswerAt).toBe(4)
})

test('[G12] follows is better than wrong and not as good as right', () => {
  const best = (...verdicts: ('right' | 'follows' | 'wrong')[]) =>
    stateAfter(ada, ...verdicts.map((verdict, at) => answered(verdict, String(at))))
      .students.get('ada')
      ?.cells.get(z)?.best
  expect(best('wrong', 'follows', 'wrong')).toBe('follows')
  expect(best('follows', 'right')).toBe('right')
  expect(best('right', 'follows')).toBe('right')
})

describe('[G5] regrades', () => {
  const follows = (id: string, of: string[]): ClassEvent =>
    ({ ...answered('follows', id), follows: of }) as ClassEvent
  const regraded = (of: string, verdict: 'right' | 'follows' | 'wrong', id = 'new'): ClassEvent => ({
    type: 'regraded',
    student: 'ada',
    step: z,
    id,
    of,
    verdict,
    mistakes: [],
    follows: verdict === 'follows' ? ['w2'] : [],
  })
  const cell = (...events: ClassEvent[]) =>
    stateAfter(ada, ...events)
      .students.get('ada')
      ?.cells.get(z)

  test('what followed an answer and does not follow its successor counts as wrong, and as no new attempt', () => {
    const before = cell(follows('a', ['w1']))
    expect(before).toMatchObject({ best: 'follows', attempts: 1, wrong: 0 })
    expect(cell(follows('a', ['w1']), regraded('a', 'wrong'))).toEqual({
      seed: 1,
      attempts: 1,
      wrong: 1,
      made: new Map([['no name', 1]]),
      spent: 1,
      heldIn: null,
      told: 'new',
      rightIn: null,
      best: 'wrong',
      latest: { id: 'new', of: 'a', verdict: 'wrong', mistakes: [], follows: [], at: 5 },
      following: null,
      resting: [],
      override: null,
    })
    expect(cell(follows('a', ['w1']), regraded('a', 'follows'))).toMatchObject({
      best: 'follows',
      latest: { id: 'new', of: 'a', follows: ['w2'] },
      following: { of: 'a', follows: ['w2'] },
    })
  })

  test('[G12] an older answer that follows is the best until it follows no more', () => {
    const older = [follows('a', ['w1']), answered('wrong', 'b')]
    expect(cell(...older)).toMatchObject({ best: 'follows', latest: { of: 'b' }, following: { of: 'a' } })
    expect(cell(...older, regraded('a', 'wrong'))).toMatchObject({
      best: 'wrong',
      attempts: 2,
      wrong: 2,
      latest: { id: 'b', of: 'b' },
    })
    const right = [answered('right', 'r'), ...older]
    expect(cell(...right, regraded('a', 'wrong'))?.best).toBe('right')
  })

  describe('[G12] what is right for other answers as they were rounded', () => {
    const rests = (id: string, of = ['w1']): ClassEvent =>
      ({ ...answered('right', id), follows: of }) as ClassEvent
    const renewed = (of: string, verdict: 'right' | 'follows' | 'wrong', on: string[]): ClassEvent =>
      ({ ...regraded(of, verdict), follows: on }) as ClassEvent

    test('is right as long as it is so, and is graded anew even when others came since', () => {
      const older = [rests('a'), answered('wrong', 'b')]
      expect(cell(...older)).toMatchObject({ best: 'right', latest: { of: 'b' }, resting: [{ of: 'a' }] })
      expect(cell(...older, renewed('a', 'wrong', []))).toMatchObject({
        best: 'wrong',
        wrong: 2,
        resting: [],
      })
      expect(cell(...older, renewed('a', 'follows', ['w2']))).toMatchObject({
        best: 'follows',
        following: { of: 'a' },
        resting: [],
      })
      expect(cell(...older, renewed('a', 'right', ['w2']))).toMatchObject({
        best: 'right',
        resting: [{ of: 'a', follows: ['w2'] }],
      })
    })

    test('counts beside an answer that merely follows, whichever came first', () => {
      expect(cell(rests('a'), follows('b', ['w1']))?.best).toBe('right')
      expect(cell(follows('b', ['w1']), rests('a'))?.best).toBe('right')
      expect(cell(rests('a'), follows('b', ['w1']), renewed('a', 'wrong', []))).toMatchObject({
        best: 'follows',
        following: { of: 'b' },
      })
    })

    test('needs no keeping where another answer is right by itself', () => {
      const firm = [rests('a'), answered('right', 'b')]
      expect(cell(...firm)).toMatchObject({ best: 'right', resting: [] })
      expect(cell(...firm, rests('c'), renewed('c', 'wrong', []))?.best).toBe('right')
      expect(cell(rests('a'), renewed('a', 'right', []))).toMatchObject({ best: 'right', resting: [] })
    })
  })

  test('a regrade of an answer that is of no account any more changes nothing', () => {
    const state = stateAfter(ada, answered('wrong', 'a'), answered('wrong', 'b'))
    expect(reduce(state, regraded('a', 'right'))).toBe(state)
    expect(reduce(stateAfter(ada), regraded('a', 'right'))).toEqual(stateAfter(ada))
  })
})

test('an event about somebody who is not in the class changes nothing at all', () => {
  const state = stateAfter(ada)
  for (const event of [
    { ...answered('right', 'x'), student: 'eve' } as ClassEvent,
    { type: 'presence', student: 'eve', presence: 'here' } as const,
    { type: 'working', student: 'eve', step: z } as const,
    ada,
    { type: 'presence', student: 'ada', presence: 'gone' } as const,
  ]) {
    expect(reduce(state, event)).toBe(state)
  }
})

test('typing ends with an answer at that step, with leaving, and not with an answer elsewhere', () => {
  const typing: ClassEvent = { type: 'working', student: 'ada', step: z }
  const here: ClassEvent = { type: 'presence', student: 'ada', presence: 'here' }
  const working = (...events: ClassEvent[]) =>
    stateAfter(ada, here, typing, ...events).students.get('ada')?.working
  expect(working()).toBe(z)
  expect(working(answered('wrong', 'a'))).toBeNull()
  expect(working({ ...answered('wrong', 'a'), step: stepKey('v1', 'h') } as ClassEvent)).toBe(z)
  expect(working({ type: 'presence', student: 'ada', presence: 'gone' })).toBeNull()
})

test('replaying all events at once is the same as reducing them one by one', () => {
  fc.assert(
    fc.property(
      fc.array(anyEvent, { maxLength: 60 }),
      fc.array(anyEvent, { maxLength: 20 }),
      (first, second) => {
        const live = [...first, ...second].reduce(reduce, emptyClass)
        expect(inIt(replay(second, replay(first)))).toEqual(inIt(live))
      },
    ),
  )
})

test('rows read back in the order students, choice, answers and log give what the class had live', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(durableEvent, loggedEvent), { maxLength: 60 }), events => {
      const live = events.reduce(reduce, emptyClass)
      const joined = events.filter(event => event.type === 'student-joined')
      const chosen = events.filter(event => event.type === 'exercises-chosen').slice(-1)
      // Only answers of students in the class were counted, and only they were given hints.
      let known = emptyClass
      const counted = events.filter(event => {
        const before = known
        known = reduce(known, event)
        const counts = event.type === 'answered' || event.type === 'regraded' || event.type === 'logged'
        return counts && known !== before
      })
      expect(inIt(replay([...joined, ...chosen, ...counted]))).toEqual(inIt(live))
    }),
  )
})

test('students are in the order of joining, whichever desk opened first, live and from rows', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 40 }), events => {
      for (const { students } of [events.reduce(reduce, emptyClass), replay(events)]) {
        const order = [...students.values()].map(({ joinedAt, id }) => `${joinedAt} ${id}`)
        expect(order).toEqual([...order].sort())
      }
    }),
  )
})

describe('pacing', () => {
  const logged = (entry: LogEntry, seq = 1, who: string | null = 'teacher'): ClassEvent => ({
    type: 'logged',
    entry: { ...entry, seq, at: 0, who },
  })
  const cell = (...events: ClassEvent[]) =>
    stateAfter(ada, ...events)
      .students.get('ada')
      ?.cells.get(z)

  test('[G12] answers given under one hold are one for a cap, under two they are two', () => {
    const hold = (seq: number) => logged({ type: 'verdicts-held', data: {} }, seq)
    const open = logged({ type: 'verdicts-opened', data: { on: null } }, 2)
    const [a, b, c] = ['a', 'b', 'c'].map(id => answered('wrong', id)) as [ClassEvent, ClassEvent, ClassEvent]
    expect(cell(a, b)).toMatchObject({ attempts: 2, spent: 2, heldIn: null })
    expect(cell(hold(1), a, b)).toMatchObject({ attempts: 2, spent: 1, heldIn: 1 })
    expect(cell(hold(1), a, open, b)).toMatchObject({ attempts: 2, spent: 2, heldIn: null })
    expect(cell(hold(1), a, open, hold(3), b, c)).toMatchObject({ attempts: 3, spent: 2, heldIn: 3 })
    const openedHere = logged({ type: 'verdicts-opened', data: { on: { version: 'v1', step: 'z' } } }, 2)
    expect(cell(hold(1), a, openedHere, b)).toMatchObject({ spent: 2 })
  })

  test('answers to other numbers begin anew and are shown with theirs alone', () => {
    const own = logged({ type: 'numbers-set', data: { own: true } })
    const chosen: ClassEvent = { type: 'exercises-chosen', versions: ['v1'], drawing: ['v1'] }
    const before = stateAfter(ada, chosen, answered('right', 'a'))
    const after = reduce(before, own)
    const at = (state: ClassState) => cellAt(state, state.students.get('ada'), z)
    expect([at(before)?.best, at(after)]).toEqual(['right', undefined])
    const again = reduce(after, { ...answered('wrong', 'b'), seed: 2 } as ClassEvent)
    expect(at(again)).toMatchObject({ seed: 2, attempts: 1, best: 'wrong' })
  })

  test('a row of the log is read back as what was written, one of a later version is left out', () => {
    fc.assert(
      fc.property(loggedEvent, event => {
        if (event.type !== 'logged') return
        const { type, data } = event.entry
        expect(readEntry(type, JSON.parse(JSON.stringify(data)))).toEqual({ type, data })
      }),
    )
    expect(readEntry('from the future', {})).toBeNull()
    expect(readEntry('constructor', {})).toBeNull()
    expect(() => readEntry('paused', { paused: 'yes' })).toThrow()
  })
})

test('reducing leaves the state before as it was', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 30 }), anyEvent, (events, event) => {
      const before = events.reduce(reduce, emptyClass)
      const copy = structuredClone(inIt(before))
      reduce(before, event)
      expect(inIt(before)).toEqual(copy)
    }),
  )
})

test('a key of a step goes both ways, also for steps with spaces', () => {
  expect(addressOf(stepKey('v1', 'formula dL/dA'))).toEqual({ version: 'v1', step: 'formula dL/dA' })
})
