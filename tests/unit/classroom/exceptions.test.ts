import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boardCell, boardCells, boardStudent } from '@/lib/classroom/board-view'
import type { ClassEvent } from '@/lib/classroom/events'
import { pacingFor } from '@/lib/classroom/exceptions'
import { isLate } from '@/lib/classroom/homework'
import type { LogEntry } from '@/lib/classroom/log'
import { unpaced } from '@/lib/classroom/pacing'
import { Progress } from '@/lib/classroom/progress'
import { reduce, replay } from '@/lib/classroom/reduce'
import { type ClassState, emptyClass, verdictOf } from '@/lib/classroom/state'
import { studentDesk } from '@/lib/classroom/student-desk'
import type { PublicExercise, PublicStep } from '@/lib/protocol/exercise'
import { stepKey } from '@/lib/protocol/step-key'
import { StepRecord } from '@/lib/protocol/step-record'
import { sentenceOf } from '@/lib/words/sentence'
import { takesLong } from '../../takes-long'
import { anyEvent, durableEvent, loggedEvent } from './events'

takesLong()

const on = { version: 'v1', step: 'z' }
const z = stepKey('v1', 'z')
const w = stepKey('v1', 'dL/dW1')

const joined = (student: string): ClassEvent => ({
  type: 'student-joined',
  ...{ student, name: student, joinedAt: 1, seed: 2 },
})
const chosen: ClassEvent = { type: 'exercises-chosen', versions: ['v1'], drawing: [] }
let seqs = 0
const logged = (entry: LogEntry): ClassEvent => ({
  type: 'logged',
  entry: { ...entry, seq: ++seqs, at: 0, who: 'teacher' },
})
const answered = (verdict: 'right' | 'follows' | 'wrong', id: string, student = 'ada'): ClassEvent => ({
  type: 'answered',
  ...{ student, step: z, seed: 1, id, verdict, mistakes: [], follows: [], at: 5 },
})
const overridden = (verdict: 'right' | 'wrong' | null, student = 'ada', note = 'Seen on paper.') =>
  logged({ type: 'overridden', data: { student, on, seed: 1, verdict, note } })
const excused = (is = true, student = 'ada') =>
  logged({ type: 'excused', data: { student, on, excused: is } })

const step = (id: string) =>
  ({ type: 'step', step: { id, points: 1 } as PublicStep }) as PublicExercise['flow'][number]
/** Two steps, and the second one comes when the first is right. */
const exercise = {
  view: {
    ...{ version: 'v1', title: 'T', nodes: [], upstream: null },
    flow: [step('z'), step('dL/dW1')],
  },
  locks: [{ keeps: ['dL/dW1'], until: ['z'] }],
  seed: 1,
  hints: new Map(),
}

function deskAfter(state: ClassState, student = 'ada') {
  const known = state.students.get(student)
  if (!known) throw new Error('nobody is there')
  return studentDesk(state, known, [exercise], sentenceOf)
}

const stateAfter = (...events: ClassEvent[]) => replay([joined('ada'), joined('ben'), chosen, ...events])
const cellIn = (state: ClassState) => {
  const ada = state.students.get('ada')
  return ada && boardCell(state, ada, z)
}
const text = {
  id: 'a',
  cells: ['1'],
  at: 5,
  result: { verdict: 'wrong' as const, cells: [], mistakes: ['no-two'], message: 'Not right yet.' },
}

describe('a verdict that the teacher overrides', () => {
  test('counts on the board and at the desk, with its note, beside the verdict of the answer', () => {
    const state = stateAfter(answered('wrong', 'a'), overridden('right'))
    expect(cellIn(state)).toMatchObject({
      state: 'right',
      wrong: 1,
      mistakes: [],
      override: { verdict: 'right', note: 'Seen on paper.', graded: 'wrong' },
    })
    const record = deskAfter(state).record(z, text)
    expect(StepRecord.parse(record)).toEqual(record)
    expect(record).toMatchObject({
      best: 'right',
      result: { verdict: 'wrong' },
      override: { verdict: 'right', note: 'Seen on paper.' },
    })
    const back = reduce(state, overridden(null))
    expect(cellIn(back)).toMatchObject({ state: 'wrong' })
    expect(cellIn(back)?.override).toBeUndefined()
  })

  test('opens what waits for the step, and closes it', () => {
    const has = (...events: ClassEvent[]) => deskAfter(stateAfter(...events)).has(w)
    expect(has(answered('wrong', 'a'))).toBe(false)
    expect(has(answered('wrong', 'a'), overridden('right'))).toBe(true)
    expect(has(answered('right', 'a'), overridden('wrong'))).toBe(false)
  })

  test('tells nothing while verdicts are held back', () => {
    const held = logged({ type: 'verdicts-held', data: {} })
    const desk = deskAfter(stateAfter(held, answered('wrong', 'a'), overridden('right')))
    expect(desk.record(z, text)).toMatchObject({ result: null, best: null })
    expect(desk.record(z, text)).not.toHaveProperty('override')
    expect(desk.has(w)).toBe(false)
  })

  test('[G12] of an answer to other numbers does not count', () => {
    const other = logged({
      type: 'overridden',
      data: { student: 'ada', on, seed: 2, verdict: 'right', note: 'x' },
    })
    expect(cellIn(stateAfter(answered('wrong', 'a'), other))?.state).toBe('wrong')
    expect(cellIn(stateAfter(overridden('right')))?.state).toBe('untouched')
  })

  test('[G5] is kept by every answer and every regrade that comes later', () => {
    const later = fc.array(durableEvent, { maxLength: 30 })
    fc.assert(
      fc.property(
        later,
        later,
        fc.constantFrom('right' as const, 'wrong' as const),
        (before, after, verdict) => {
          const same = (events: ClassEvent[]) =>
            events.filter(event => event.type !== 'answered' || event.seed === 1)
          let state = stateAfter(answered('follows', 'a1'), ...same(before), overridden(verdict))
          for (const event of same(after)) state = reduce(state, event)
          const cell = state.students.get('ada')?.cells.get(z)
          expect(cell && verdictOf(cell)).toBe(verdict)
          expect(cell?.override?.note).toBe('Seen on paper.')
        },
      ),
    )
  })
})

describe('a step from which a student is excused', () => {
  test('is marked on the board and at the desk, also before anything was answered', () => {
    const state = stateAfter(excused())
    expect(boardCells(state)).toMatchObject([{ student: 'ada', state: 'untouched', excused: true }])
    expect(deskAfter(state).excused()).toEqual([on])
    expect(deskAfter(state, 'ben').excused()).toEqual([])
    expect(boardCells(reduce(state, excused(false)))).toEqual([])
  })

  test('opens what waits for it, can be answered all the same, and keeps no class from being through', () => {
    const state = stateAfter(
      joined('cleo'),
      excused(),
      answered('right', 'b', 'ben'),
      answered('right', 'c', 'cleo'),
    )
    expect(deskAfter(state).has(w)).toBe(true)
    expect(deskAfter(state).refusal(z, 0)).toBeNull()
    expect(new Progress().share(state, [{ ...exercise, locks: [{ keeps: ['dL/dW1'], until: ['z'] }] }])).toBe(
      1,
    )
  })

  test('is not named by a desk that does not have it', () => {
    const off = logged({ type: 'released', data: { version: 'v1', steps: ['z'], released: false } })
    expect(deskAfter(stateAfter(excused(), off)).excused()).toEqual([])
  })
})

describe('time and due dates of one student', () => {
  const timed = logged({ type: 'timed', data: { endsAt: 100, on } })
  const longer = logged({ type: 'time-given', data: { student: 'ada', endsAt: 300 } })
  const homework = logged({ type: 'homework-set', data: { dueAt: 100, late: false } })
  const another = logged({ type: 'due-date-given', data: { student: 'ada', dueAt: 300 } })
  const refused = (state: ClassState, now: number, student = 'ada') =>
    deskAfter(state, student).refusal(z, now)?.message.id ?? null

  test('more time: the countdown ends later for this student, and the desk says whose end it is', () => {
    const state = stateAfter(timed, longer)
    expect([99, 100, 299, 300].map(now => refused(state, now))).toEqual([null, null, null, 'desk.time-is-up'])
    expect(refused(state, 100, 'ben')).toBe('desk.time-is-up')
    expect(deskAfter(state).pacing(100).countdown).toEqual({ remainingMs: 200, on, own: true })
    expect(deskAfter(state, 'ben').pacing(50).countdown).toEqual({ remainingMs: 50, on })
    expect(state.students.get('ada') && boardStudent(state.students.get('ada')!)).toMatchObject({
      timeUntil: 300,
    })
  })

  test('more time never shortens a countdown, and makes none', () => {
    expect(deskAfter(stateAfter(longer)).pacing(0).countdown).toBeNull()
    const later = logged({ type: 'timed', data: { endsAt: 400, on: null } })
    expect(deskAfter(stateAfter(longer, later)).pacing(0).countdown).toEqual({ remainingMs: 400, on: null })
  })

  test('another due date: earlier or later, until it is taken back; whatever the class’s date becomes', () => {
    const state = stateAfter(homework, another)
    expect([100, 299, 300].map(now => refused(state, now))).toEqual([null, null, 'desk.past-due'])
    expect(refused(state, 100, 'ben')).toBe('desk.past-due')
    expect(deskAfter(state).pacing(0).homework).toMatchObject({ dueAt: 300, own: true })
    const moved = reduce(state, logged({ type: 'homework-set', data: { dueAt: 200, late: true } }))
    expect(deskAfter(moved).pacing(0).homework).toEqual({
      dueAt: 300,
      late: true,
      remainingMs: 300,
      own: true,
    })
    const back = reduce(moved, logged({ type: 'due-date-given', data: { student: 'ada', dueAt: null } }))
    expect(deskAfter(back).pacing(0).homework).toEqual({ dueAt: 200, late: true, remainingMs: 200 })
  })

  test('late is what comes after the student’s own date', () => {
    const state = stateAfter(homework, another)
    const late = (student: string, at: number) => {
      const known = state.students.get(student)
      return known && isLate(pacingFor(state.pacing, known.exceptions), at)
    }
    expect([late('ada', 299), late('ada', 300), late('ben', 100)]).toEqual([false, true, true])
  })

  test('without an exception the pace is the class’s own', () => {
    const { pacing, students } = stateAfter(timed, homework)
    expect(pacingFor(pacing, students.get('ben')!.exceptions)).toBe(pacing)
    expect(pacingFor(unpaced, { timeUntil: 9, dueAt: 9, excused: new Set() })).toBe(unpaced)
  })
})

test('no exception of one student changes the desk of another, or any row of theirs on the board', () => {
  const exceptionOfAda = loggedEvent.filter(
    event =>
      event.type === 'logged' &&
      ['time-given', 'due-date-given', 'excused', 'overridden'].includes(event.entry.type) &&
      (event.entry.data as { student?: string }).student === 'ada',
  )
  const told = (state: ClassState, student: string) => {
    const known = state.students.get(student)
    if (!known) return null
    const desk = deskAfter(state, student)
    const cells = [...known.cells.keys(), z, w].map(key => boardCell(state, known, key))
    const refusals = [z, w].map(key => desk.refusal(key, 50))
    const records = desk.steps().map(key => desk.record(key, text))
    return [boardStudent(known), cells, refusals, records, desk.steps(), desk.pacing(50), desk.excused()]
  }
  fc.assert(
    fc.property(
      fc.array(anyEvent, { maxLength: 40 }),
      fc.array(exceptionOfAda, { minLength: 1, maxLength: 8 }),
      (before, exceptions) => {
        const state = [joined('ada'), joined('ben'), ...before].reduce(reduce, emptyClass)
        const after = exceptions.reduce(reduce, state)
        for (const other of ['ben', 'cleo']) expect(told(after, other)).toEqual(told(state, other))
        expect(after.pacing).toBe(state.pacing)
      },
    ),
    { numRuns: 60 },
  )
})
