import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Absence, hiddenAtLeast, type Missed } from '@/lib/client/absence'
import { changesBetween } from '@/lib/client/away'
import { emptyView } from '@/lib/client/desk-view'
import { Glance, glanceOf } from '@/lib/client/glance'
import { waitBefore } from '@/lib/client/retry'
import { plainDeskPacing } from '../classroom/unpaced'

const plain: Glance = {
  at: 1_000_000,
  exercises: [
    { version: 'v', title: 'First', steps: [{ id: 'z', title: 'value of z' }] },
    { version: 'w', title: 'Second', steps: [{ id: 'y', title: 'value of y' }] },
  ],
  answers: { 'v z': { attempt: 2, verdict: 'follows' } },
  revealed: [],
  paused: false,
  hints: true,
  cap: null,
  focus: null,
  endsAt: null,
}
const z = { version: 'v', step: 'z' }
const verdict = (verdict: 'right' | 'follows' | 'wrong' | null, attempt = 2) => ({
  answers: { 'v z': { attempt, verdict } },
})

/** What changes, and the words for it. */
const cases: [
  name: string,
  before: Partial<Glance>,
  after: Partial<Glance>,
  told: [string, object | null][],
][] = [
  ['nothing', {}, { at: 2_000_000 }, []],
  [
    'a verdict overridden by the teacher',
    {},
    { decided: { 'v z': 'right' } },
    [['Your teacher counts value of z as right.', z]],
  ],
  [
    'a step excused',
    { decided: {} },
    { decided: { 'v z': 'excused' } },
    [['You are excused from value of z.', z]],
  ],
  [
    'what the teacher had decided before',
    { decided: { 'v z': 'right' } },
    { decided: { 'v z': 'right' } },
    [],
  ],
  [
    'an exercise added',
    { exercises: plain.exercises.slice(0, 1) },
    {},
    [['Your teacher added an exercise: Second.', { version: 'w', step: 'y' }]],
  ],
  [
    'an exercise taken',
    {},
    { exercises: plain.exercises.slice(0, 1) },
    [['Your teacher took the exercise Second away.', null]],
  ],
  [
    'steps released',
    {},
    {
      exercises: [
        {
          version: 'v',
          title: 'First',
          steps: [
            { id: 'z', title: 'value of z' },
            { id: 'a', title: 'a' },
            { id: 'b', title: 'b' },
          ],
        },
        ...plain.exercises.slice(1),
      ],
    },
    [['New in First: a and b.', { version: 'v', step: 'a' }]],
  ],
  [
    'a step taken back, with its answer',
    {},
    { exercises: [{ version: 'v', title: 'First', steps: [] }, ...plain.exercises.slice(1)], answers: {} },
    [['Gone from First: value of z.', null]],
  ],
  [
    'a regrade',
    verdict('follows'),
    verdict('right'),
    [['Verdict on value of z: was right for your earlier answer, is right now.', z]],
  ],
  [
    'a regrade of what followed something',
    { answers: { 'v z': { attempt: 2, verdict: 'follows', briefly: 'right for your y' } } },
    verdict('right'),
    [['Verdict on value of z: was right for your y, is right now.', z]],
  ],
  ['a verdict opened', verdict(null), verdict('wrong'), [['Verdict on value of z: not right yet.', z]]],
  [
    'verdicts held back',
    verdict('right'),
    verdict(null),
    [['Your teacher holds verdicts back for now.', null]],
  ],
  ['an answer of one’s own', verdict('wrong', 2), verdict('right', 3), []],
  [
    'other numbers',
    {},
    { answers: {} },
    [['First has other numbers now. Your answers to the earlier ones are kept.', null]],
  ],
  ['a pause', {}, { paused: true }, [['Your teacher paused the class.', null]]],
  ['the end of a pause', { paused: true }, {}, [['Your teacher ended the pause.', null]]],
  ['a focus', {}, { focus: { id: 7, ...z } }, [['Your teacher brought everyone to value of z.', z]]],
  ['the same focus', { focus: { id: 7, ...z } }, { focus: { id: 7, ...z } }, []],
  ['the end of a focus', { focus: { id: 7, ...z } }, {}, []],
  ['a countdown', {}, { endsAt: 1_600_000 }, [['Your teacher set a countdown.', null]]],
  ['the same, a message older', { endsAt: 1_600_000 }, { endsAt: 1_600_900 }, []],
  ['the same, over meanwhile', { endsAt: 1_600_000 }, { at: 9_000_000, endsAt: 9_000_000 }, []],
  ['another', { endsAt: 1_600_000 }, { endsAt: 1_900_000 }, [['Your teacher changed the countdown.', null]]],
  ['no more countdown', { endsAt: 1_600_000 }, {}, [['Your teacher took the countdown away.', null]]],
  ['a solution', {}, { revealed: ['v z'] }, [['Your teacher showed the solution of value of z.', z]]],
  ['hints off', {}, { hints: false }, [['Your teacher turned hints off for now.', null]]],
  ['a cap', {}, { cap: 1 }, [['Your teacher allows one attempt at a step now.', null]]],
]

describe('what changed while somebody was away', () => {
  test.each(cases)('%s', (_name, before, after, told) => {
    const changes = changesBetween({ ...plain, ...before }, { ...plain, ...after })
    expect(changes.map(({ words, to }) => [words, to && { version: to.version, step: to.step }])).toEqual(
      told,
    )
  })

  test('whatever was seen, looking twice finds nothing, and a glance is whole as JSON', () => {
    const glance = fc.record({
      at: fc.constant(5),
      exercises: fc.uniqueArray(
        fc.record({
          version: fc.constantFrom('v', 'w', 'x'),
          title: fc.string(),
          steps: fc.uniqueArray(fc.record({ id: fc.constantFrom('z', 'y', 'a'), title: fc.string() }), {
            selector: ({ id }) => id,
          }),
        }),
        { selector: ({ version }) => version },
      ),
      answers: fc.dictionary(
        fc.constantFrom('v z', 'w y'),
        fc.record({
          attempt: fc.nat(),
          verdict: fc.option(fc.constantFrom('right' as const, 'wrong' as const)),
        }),
      ),
      revealed: fc.subarray(['v z', 'w y']),
      paused: fc.boolean(),
      hints: fc.boolean(),
      cap: fc.option(fc.nat()),
      focus: fc.option(fc.record({ id: fc.nat(), version: fc.constant('v'), step: fc.constant('z') })),
      endsAt: fc.option(fc.nat()),
    })
    fc.assert(
      fc.property(glance, glance, (one, two) => {
        expect(changesBetween(one, one)).toEqual([])
        const kept = Glance.parse(JSON.parse(JSON.stringify(one)))
        expect(changesBetween(kept, two)).toEqual(changesBetween(one, two))
      }),
    )
  })

  test('a glance takes the countdown’s end over to the clock on the wall', () => {
    const desk = {
      student: { id: 's', name: 'Ada' },
      class: { id: 'c', title: 'T' },
      exercises: [],
      records: [],
      pacing: plainDeskPacing,
      hints: [],
      revealed: [],
      hand: false,
      talk: { messages: [], poll: null },
    }
    const view = { ...emptyView, desk, pacing: plainDeskPacing, endsAt: 7000 }
    expect(glanceOf(view, { unix: 1_000_000, page: 2000 })?.endsAt).toBe(1_005_000)
    expect(glanceOf(emptyView, { unix: 0, page: 0 })).toBeNull()
  })
})

describe('being away', () => {
  const paused = { ...plain, paused: true }
  const told = (missed: Missed | null) => (missed ? changesBetween(...missed) : [])
  const one = (missed: Missed | null) => expect(told(missed)).toHaveLength(1)

  test('a lost connection: told when it is back, once', () => {
    const absence = new Absence(null)
    expect(told(absence.connection(false, null))).toEqual([])
    expect(told(absence.connection(true, plain))).toEqual([])
    absence.connection(false, plain)
    one(absence.connection(true, paused))
    absence.connection(false, paused)
    expect(told(absence.connection(true, paused))).toEqual([])
  })

  test('a hidden page: told after a while, not after a glance elsewhere', () => {
    const absence = new Absence(null)
    absence.connection(true, plain)
    absence.hidden(plain, 0)
    expect(told(absence.shown(paused, hiddenAtLeast - 1))).toEqual([])
    absence.hidden(plain, 0)
    one(absence.shown(paused, hiddenAtLeast))
  })

  test('both: what was there before the first of them counts, and it is told when somebody looks', () => {
    const absence = new Absence(null)
    absence.connection(true, plain)
    absence.hidden(plain, 0)
    absence.connection(false, paused)
    expect(told(absence.connection(true, paused))).toEqual([])
    one(absence.shown(paused, 10))
    absence.connection(false, plain)
    absence.hidden(paused, 20)
    expect(told(absence.shown(paused, 30))).toEqual([])
    one(absence.connection(true, paused))
  })

  test('an earlier page: its last glance is what the first connection is compared with', () => {
    const absence = new Absence(plain)
    absence.connection(false, null)
    one(absence.connection(true, paused))
  })
})

test('waits between tries grow to a bound, and are spread', () => {
  for (const chance of [0, 0.5, 1]) {
    const waits = Array.from({ length: 20 }, (_, tries) => waitBefore(tries, chance))
    expect(waits).toEqual([...waits].sort((a, b) => a - b))
    expect(Math.max(...waits)).toBeLessThanOrEqual(6000)
  }
  expect(waitBefore(0, 0)).not.toBe(waitBefore(0, 1))
})
