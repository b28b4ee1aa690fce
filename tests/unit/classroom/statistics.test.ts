import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AnswerRow, attemptsOf, bestOf } from '@/lib/classroom/attempts'
import type { ClassEvent } from '@/lib/classroom/events'
import { replay } from '@/lib/classroom/reduce'
import { type MarkedRow, scoreOf } from '@/lib/classroom/score'
import { sessionsOf } from '@/lib/classroom/sessions'
import { median, statisticsOf } from '@/lib/classroom/statistics'
import { keyOf, type StepKey, stepKey } from '@/lib/protocol/step-key'
import { plainSentence } from '@/lib/words/sentence'

const students = ['ada', 'ben', 'cleo']
const steps = [
  { version: 'v1', step: 'z' },
  { version: 'v1', step: 'dL/dW1' },
  { version: 'v2', step: 'z' },
]

/** Answers in their order, each with its time, and verdicts that were renewed in between as the class renews them. */
const rows: fc.Arbitrary<AnswerRow[]> = fc
  .array(
    fc.record({
      student: fc.constantFrom(...students),
      place: fc.constantFrom(...steps),
      seed: fc.constantFrom(1, 1, 1, 2),
      verdict: fc.constantFrom('right' as const, 'follows' as const, 'wrong' as const, 'wrong' as const),
      mistakes: fc.subarray(['no-two', 'mask-omitted', 'divide'], { maxLength: 2 }),
      later: fc.nat({ max: 90 }),
      regrade: fc.boolean(),
    }),
    { maxLength: 50 },
  )
  .map(list => {
    let minutes = 10
    const made: AnswerRow[] = []
    for (const [number, { place, later, regrade, mistakes, ...row }] of list.entries()) {
      minutes += later
      const answer: AnswerRow = {
        ...row,
        ...place,
        id: `a${number}`,
        regrades: null,
        mistakes: row.verdict === 'wrong' ? mistakes : [],
        at: minutes * 60_000,
      }
      const latest = made.findLast(
        one => one.student === row.student && keyOf(one) === keyOf(place) && one.regrades === null,
      )
      // A right answer is never graded anew.
      const right = made.findLast(one => (one.regrades ?? one.id) === latest?.id)?.verdict === 'right'
      if (regrade && latest && !right)
        made.push({ ...answer, id: `r${number}`, seed: latest.seed, regrades: latest.id })
      else made.push(answer)
    }
    return made
  })

const joinedAt = new Map(students.map((student, place) => [student, place * 60_000]))

describe('a second implementation, step by step and student by student, agrees', () => {
  test('steps', () => {
    fc.assert(
      fc.property(rows, all => {
        const told = statisticsOf({ steps, rows: all, hints: new Map(), joinedAt }, plainSentence).steps
        for (const [place, { version, step }] of steps.entries()) {
          const mine = (student: string) =>
            all.filter(row => row.student === student && row.version === version && row.step === step)
          /** What an answer is worth today: the last word on it. */
          const today = (row: AnswerRow) => all.findLast(one => one.regrades === row.id) ?? row
          const given = students.map(student => mine(student).filter(row => row.regrades === null))
          const verdicts = given
            .map(list => list.map(row => today(row).verdict))
            .filter(list => list.length > 0)
          expect(told[place]).toMatchObject({
            version,
            step,
            answered: verdicts.length,
            firstTry: verdicts.filter(([first]) => first === 'right').length,
            right: verdicts.filter(list => list.includes('right')).length,
            attempts: middle(
              verdicts.map(list => (list.includes('right') ? list.indexOf('right') + 1 : list.length)),
            ),
          })
          const times = given.flatMap(list => {
            const first = list.find(row => today(row).verdict === 'right')
            const begin = list[0]
            if (!first || !begin) return []
            const signs = all.filter(
              row =>
                row.student === begin.student &&
                row.regrades === null &&
                all.indexOf(row) < all.indexOf(begin),
            )
            const from = signs.at(-1)?.at ?? joinedAt.get(begin.student)!
            return [minutesAtWork(all, from, first.at) * 60_000]
          })
          expect(told[place]?.msToRight).toBe(middle(times))
        }
      }),
      { numRuns: 300 },
    )
  })

  test('[G12] what is right or follows in the end is what the board says', () => {
    fc.assert(
      fc.property(rows, all => {
        const same = all.filter(({ seed }) => seed === 1)
        const told = statisticsOf({ steps, rows: same, hints: new Map(), joinedAt }, plainSentence).steps
        const events = [
          ...students.map(
            (student): ClassEvent => ({
              type: 'student-joined',
              student,
              name: student,
              joinedAt: 0,
              seed: 9,
            }),
          ),
          ...same.map(({ student, version, step, seed, id, regrades, verdict, at }): ClassEvent => {
            const on = { student, step: stepKey(version, step), id, verdict, mistakes: [], follows: [] }
            if (regrades !== null) return { ...on, type: 'regraded', of: regrades }
            return { ...on, type: 'answered', seed, at }
          }),
        ]
        const state = replay(events)
        for (const [place, { version, step }] of steps.entries()) {
          const best = students.map(
            student => state.students.get(student)?.cells.get(stepKey(version, step))?.best,
          )
          expect(told[place]).toMatchObject({
            right: best.filter(one => one === 'right').length,
            follows: best.filter(one => one === 'follows').length,
          })
        }
      }),
      { numRuns: 300 },
    )
  })

  test('mistakes, and who got past them', () => {
    fc.assert(
      fc.property(rows, all => {
        const { mistakes } = statisticsOf({ steps, rows: all, hints: new Map(), joinedAt }, plainSentence)
        const today = (row: AnswerRow) => all.findLast(one => one.regrades === row.id) ?? row
        const answers = all
          .filter(row => row.regrades === null)
          .map(row => ({ ...today(row), seed: row.seed }))
        const made = answers.filter(row => row.verdict === 'wrong' && row.mistakes.length > 0)
        const nameOf = (row: { mistakes: readonly string[] }) => [...row.mistakes].sort().join(' ')
        expect(mistakes.map(nameOf).sort()).toEqual([...new Set(made.map(nameOf))].sort())
        for (const told of mistakes) {
          const mine = made.filter(row => nameOf(row) === nameOf(told))
          const who = [...new Set(mine.map(({ student }) => student))]
          const right = ({ student, version, step }: AnswerRow) =>
            answers.some(
              one =>
                one.student === student &&
                one.version === version &&
                one.step === step &&
                one.verdict === 'right',
            )
          expect(told.students).toBe(who.length)
          expect(told.past).toBe(
            who.filter(student => mine.filter(row => row.student === student).every(right)).length,
          )
          expect(told.steps.reduce((sum, { students }) => sum + students, 0)).toBe(
            new Set(mine.map(({ student, version, step }) => `${student} ${version} ${step}`)).size,
          )
        }
      }),
      { numRuns: 200 },
    )
  })

  test('a label needs two independent matches of the same mistake', () => {
    fc.assert(
      fc.property(rows, all => {
        const { labels } = statisticsOf({ steps, rows: all, hints: new Map(), joinedAt }, plainSentence)
        const today = (row: AnswerRow) => all.findLast(one => one.regrades === row.id) ?? row
        for (const student of students) {
          for (const mistake of ['no-two', 'mask-omitted', 'divide']) {
            const at = new Set(
              all
                .filter(row => row.regrades === null && row.student === student)
                .map(today)
                .filter(({ verdict, mistakes }) => verdict === 'wrong' && mistakes.join() === mistake)
                .map(({ version, step, seed }) => `${version} ${step} ${seed}`),
            )
            const label = labels.find(one => one.student === student && one.mistake === mistake)
            expect(label?.matches ?? 0).toBe(at.size >= 2 ? at.size : 0)
          }
        }
      }),
      { numRuns: 200 },
    )
  })
})

test('hints of all students at a step are added up', () => {
  const key = stepKey('v1', 'z')
  const hints = new Map([
    ['ada', new Map<StepKey, number>([[key, 2]])],
    ['ben', new Map<StepKey, number>([[key, 1]])],
  ])
  expect(statisticsOf({ steps, rows: [], hints, joinedAt }, plainSentence).steps[0]).toMatchObject({
    hints: 3,
    answered: 0,
  })
})

test('[G3] points are shared by cells; of several attempts the best counts, and what is right is whole', () => {
  const row = (
    id: string,
    verdict: MarkedRow['verdict'],
    marks: MarkedRow['marks'],
    regrades: string | null = null,
  ): MarkedRow => ({
    student: 'ada',
    version: 'v1',
    step: 'z',
    seed: 1,
    id,
    regrades,
    verdict,
    mistakes: [],
    at: 0,
    marks,
  })
  const score = (...all: MarkedRow[]) => scoreOf(attemptsOf(all)[0]?.attempts ?? [], 4)
  expect(score()).toBe(0)
  expect(score(row('a', 'wrong', ['right', 'wrong', 'wrong', 'wrong']))).toBe(1)
  expect(score(row('a', 'wrong', ['right', 'follows', 'wrong', 'wrong']))).toBe(2)
  expect(
    score(
      row('a', 'wrong', ['right', 'right', 'right', 'wrong']),
      row('b', 'wrong', ['wrong', 'wrong', 'wrong', 'right']),
    ),
  ).toBe(3)
  expect(score(row('a', 'follows', ['follows', 'right']), row('b', 'wrong', ['wrong', 'wrong']))).toBe(4)
  expect(score(row('a', 'follows', ['follows', 'right']), row('b', 'wrong', ['wrong', 'right'], 'a'))).toBe(2)
  expect(score(row('a', 'right', ['right']), row('b', 'wrong', ['wrong']))).toBe(4)
})

test('the median of numbers is the middle one, or lies between the two in the middle', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), numbers => {
      expect(median(numbers)).toBe(middle(numbers))
    }),
  )
  expect(bestOf([])).toBeNull()
})

/** The median, by taking away the least and the greatest as long as more than two are left. */
function middle(numbers: readonly number[]): number | null {
  let left = [...numbers].sort((a, b) => a - b)
  while (left.length > 2) left = left.slice(1, -1)
  return left.length === 0 ? null : left.reduce((sum, number) => sum + number, 0) / left.length
}

/** Counted minute by minute. */
function minutesAtWork(all: readonly AnswerRow[], from: number, to: number): number {
  const sessions = sessionsOf([...joinedAt.values(), ...all.map(({ at }) => at)])
  let minutes = 0
  for (let at = from; at < to; at += 60_000) {
    if (sessions.some(session => session.from <= at && at < session.to)) minutes += 1
  }
  return minutes
}
