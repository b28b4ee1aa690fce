import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boardCells, boardPacing, boardStudents } from '@/lib/classroom/board-view'
import type { ClassEvent } from '@/lib/classroom/events'
import { framesOf, inTime, type Numbering, studentsIn } from '@/lib/classroom/recording'
import { reduce, replay } from '@/lib/classroom/reduce'
import { sessionsOf } from '@/lib/classroom/sessions'
import { Replay } from '@/lib/client/replay'
import { ClassHistory } from '@/lib/protocol/history'
import { keyOf, stepKey } from '@/lib/protocol/step-key'
import { takesLong } from '../../takes-long'
import { durableEvent, loggedEvent } from './events'

takesLong()

type Joined = Extract<ClassEvent, { type: 'student-joined' }>

const versions = ['v1', 'v2', 'v3']
const ids = ['z', 'dL/dW1', 'formula dL/dA']
const steps = versions.flatMap(version => ids.map(step => ({ version, step })))
const begun = replay([{ type: 'exercises-chosen', versions, drawing: ['v3'] }])

const joins: fc.Arbitrary<Joined[]> = fc.subarray(['ada', 'ben', 'cleo']).chain(students =>
  fc.tuple(
    ...students.map((student, seed) =>
      fc.nat({ max: 40_000 }).map(
        (joinedAt): Joined => ({
          type: 'student-joined',
          student,
          name: student,
          joinedAt,
          seed: seed + 2,
        }),
      ),
    ),
  ),
)

/** What rows hold, with times that go on. */
const happening = fc
  .array(fc.tuple(fc.oneof(durableEvent, loggedEvent), fc.nat({ max: 3000 })), { maxLength: 40 })
  .map(list => {
    let now = 0
    return list.flatMap(([event, later]): ClassEvent[] => {
      now += later
      if (event.type === 'student-joined' || event.type === 'exercises-chosen') return []
      if (event.type === 'answered') return [{ ...event, at: now }]
      return event.type === 'logged' ? [{ ...event, entry: { ...event.entry, at: now } }] : [event]
    })
  })

function historyOf(coming: readonly Joined[], events: readonly ClassEvent[], width: number) {
  const moments = inTime(coming, events)
  const students = studentsIn(moments)
  const places: Numbering = {
    students: new Map(students.map(({ id }, place) => [id, place])),
    steps: new Map(steps.map(({ version, step }, place) => [stepKey(version, step), place])),
  }
  const history = ClassHistory.parse({
    ok: true,
    class: { id: 'c', title: 'Class', code: 'CODE' },
    exercises: [],
    students,
    steps,
    sessions: sessionsOf(moments.map(({ at }) => at)),
    marks: [],
    pacing: boardPacing(begun, 0),
    frames: [...framesOf(moments, begun, places, width)],
    statistics: { steps: [], mistakes: [], labels: [] },
    questions: [],
  })
  return { moments, history }
}

const sorted = (cells: readonly object[]) => cells.map(cell => JSON.stringify(cell)).sort()
const still = ({ countdown, homework, ...pacing }: ReturnType<typeof boardPacing>) => ({
  ...pacing,
  timed: countdown !== null,
  due: homework?.dueAt,
})

test('after every frame the replay shows what the events up to it lead to, one by one', () => {
  fc.assert(
    fc.property(joins, happening, fc.constantFrom(1, 1000, 7000), (coming, events, width) => {
      const { moments, history } = historyOf(coming, events, width)
      const replayed = new Replay(history)
      for (const { at } of history.frames) {
        const upTo = moments.filter(moment => moment.at <= at)
        const state = upTo.reduce((state, { event }) => reduce(state, event), begun)
        const board = replayed.boardAt(at)
        const shown = [...board.cells]
          .filter(([student]) => board.students.has(student))
          .flatMap(([, cells]) => [...cells.values()])
          .filter(cell => cell.state !== 'untouched' || cell.hints > 0 || cell.excused)
        // Which mistakes a cell shows, and who overrode its verdict, is told beside the replay, not in it.
        const cells = boardCells(state).map(({ override, ...cell }) => ({ ...cell, mistakes: [] }))
        expect(sorted(shown)).toEqual(sorted(cells))
        expect(still(board.pacing)).toEqual(still(boardPacing(state, at)))
        expect([...board.students.keys()].sort()).toEqual(
          boardStudents(state)
            .map(({ id }) => id)
            .sort(),
        )
      }
    }),
    { numRuns: 200 },
  )
})

test('frames come in the order of time, and jumping about shows the same as going through', () => {
  fc.assert(
    fc.property(joins, happening, fc.array(fc.nat({ max: 120_000 })), (coming, events, jumps) => {
      const { history } = historyOf(coming, events, 1)
      const times = history.frames.map(({ at }) => at)
      expect(times).toEqual([...times].sort((a, b) => a - b))
      const jumping = new Replay(history)
      for (const at of jumps) {
        const [there, straight] = [jumping.boardAt(at), new Replay(history).boardAt(at)]
        expect(there.cells).toEqual(straight.cells)
        expect(there.students).toEqual(straight.students)
      }
    }),
    { numRuns: 60 },
  )
})

test('who answered counts as here until the session is over, and is gone in the next until a first answer', () => {
  const hour = 3_600_000
  const answered = (student: string, id: string, at: number): ClassEvent => ({
    type: 'answered',
    student,
    step: stepKey('v1', 'z'),
    seed: 1,
    id,
    verdict: 'wrong',
    mistakes: [],
    follows: [],
    at,
  })
  const join = (student: string): Joined => ({
    type: 'student-joined',
    student,
    name: student,
    joinedAt: 1000,
    seed: 2,
  })
  const events = [answered('ada', 'a', 2000), answered('ben', 'b', 3000), answered('ada', 'c', 5 * hour)]
  const { history } = historyOf([join('ada'), join('ben')], events, 1000)
  const replayed = new Replay(history)
  const presence = (at: number) =>
    [...replayed.boardAt(at).students.values()].map(({ id, presence }) => `${id} ${presence}`)
  expect(history.sessions).toHaveLength(2)
  expect(presence(3000)).toEqual(['ada here', 'ben here'])
  expect(presence(5 * hour)).toEqual(['ada here', 'ben gone'])
})

test('a class of 500 with 20,000 answers stays some hundred KB', () => {
  const coming = Array.from(
    { length: 500 },
    (_, at): Joined => ({
      type: 'student-joined',
      student: `s${at}`,
      name: `S ${at}`,
      joinedAt: at,
      seed: at,
    }),
  )
  const events = Array.from({ length: 20_000 }, (_, at): ClassEvent => {
    const place = steps[(at * 7) % steps.length]!
    return {
      type: 'answered',
      student: `s${(at * 31) % 500}`,
      step: keyOf(place),
      seed: 1,
      id: `a${at}`,
      verdict: at % 3 === 0 ? 'right' : 'wrong',
      mistakes: [],
      follows: [],
      at: 1000 + at * 180,
    }
  })
  const { history } = historyOf(coming, events, 1800)
  expect(history.frames.reduce((sum, { answered }) => sum + answered.length, 0)).toBeGreaterThan(19_000)
  expect(JSON.stringify(history.frames).length).toBeLessThan(700_000)
})
