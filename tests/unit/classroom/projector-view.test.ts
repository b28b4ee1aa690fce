import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LogEntry } from '@/lib/classroom/log'
import { unpaced } from '@/lib/classroom/pacing'
import { type Material, pictureKey, projectorView } from '@/lib/classroom/projector-view'
import { flowers, pseudonym } from '@/lib/classroom/pseudonyms'
import { reduce } from '@/lib/classroom/reduce'
import { type ClassState, emptyClass } from '@/lib/classroom/state'
import type { PollPhase } from '@/lib/protocol/poll'
import { People, ProjectorView, type Scene } from '@/lib/protocol/projector'
import { stepKey } from '@/lib/protocol/step-key'
import { sentenceOf } from '@/lib/words/sentence'
import { anyEvent } from './events'

const flow = ['z', 'dL/dW1', 'formula dL/dA'].map(id => ({
  type: 'step' as const,
  step: {
    id,
    kind: 'value' as const,
    shape: [],
    mathml: '<math/>',
    title: id,
    remark: null,
    node: null,
    points: 1,
    acceptance: null,
    names: null,
  },
}))
const view = { version: 'v1', title: 'The exercise', nodes: [], upstream: null, flow }
const line = { says: 'So it is.', text: 'z = 1', mathml: '<math></math>', tex: 'z = 1' }
const names = ['NameOfAda', 'NameOfBen', 'NameOfCleo']
const ids = ['ada', 'ben', 'cleo']

/** A class of three, each with an id and a name that would be found in any text. */
const anyClass: fc.Arbitrary<ClassState> = fc.array(anyEvent, { maxLength: 40 }).map(events => {
  const joined = ids.map((student, at) => ({
    type: 'student-joined' as const,
    student,
    name: names[at] as string,
    joinedAt: at,
    seed: at + 2,
  }))
  const chosen = { type: 'exercises-chosen' as const, versions: ['v1', 'v2', 'v3'], drawing: [] }
  return [...joined, chosen, ...events].reduce(reduce, emptyClass)
})

const on = { version: 'v1', step: 'z' }
const picks = [
  { student: 'ada', id: 'submission-of-ada' },
  { student: 'cleo', id: 'submission-of-cleo' },
]
const anyScene: fc.Arbitrary<Scene> = fc.oneof(
  fc.constant<Scene>({ what: 'join' }),
  fc.constant<Scene>({ what: 'network', version: 'v1' }),
  fc.constant<Scene>({ what: 'grid', version: 'v1' }),
  fc.boolean().map((marks): Scene => ({ what: 'answers', ...on, picks, marks })),
  fc.nat({ max: 3 }).map((lines): Scene => ({ what: 'solution', ...on, seed: null, lines })),
  fc.constant<Scene>({ what: 'poll' }),
  fc.nat({ max: 9 }).map((part): Scene => ({ what: 'section', slug: 'one-chain', part })),
)

const answer = (id: string) => ({
  id: `submission-of-${id}`,
  cells: ['1/2'],
  result: {
    verdict: 'wrong' as const,
    cells: [{ verdict: 'wrong' as const, reason: null, message: 'a message' }],
    mistakes: ['a-mistake'],
    message: 'a message',
  },
  at: 7,
})

const material: Material = {
  part: { view, locks: [] },
  answers: ['ada', 'cleo'].map(student => ({ student, answer: answer(student) })),
  lines: [line, line, line],
}

const shown = (state: ClassState, given = material, pictured: string | null = null) =>
  projectorView(state, { title: 'ML 101', code: 'K7MX4RQ', flowers, pictured, say: sentenceOf }, given, 0)

test('in any class and any scene, what goes to the projector fits its schema and leads to nobody', () => {
  const secrets = [...names, ...ids, 'submission-of', 'a message', 'a-mistake']
  fc.assert(
    fc.property(anyClass, anyScene, fc.constantFrom(...People.options), (state, scene, people) => {
      const sent = shown({ ...state, showing: { scene, people } })
      expect(ProjectorView.safeParse(sent).error).toBeUndefined()
      const text = JSON.stringify(sent)
      for (const secret of secrets) expect(text).not.toContain(`"${secret}`)
      if (people === 'hidden') expect([sent.here, sent.grid]).toEqual([null, null])
      // The rows of a class give no seed twice; made-up events may.
      const seeds = new Set([...state.students.values()].map(({ seed }) => seed))
      if (sent.grid) expect(new Set(sent.grid.rows.map(({ flower }) => flower)).size).toBe(seeds.size)
    }),
    { numRuns: 500 },
  )
})

test('a countdown says its step in every scene, but not one that is not on the desks', () => {
  const timed = stepKey('v1', 'z')
  const pacing = { ...unpaced, timer: { endsAt: 60_000, step: timed } }
  fc.assert(
    fc.property(anyScene, fc.boolean(), (scene, elsewhere) => {
      const state = { ...emptyClass, pacing, showing: { scene, people: 'beside' as const } }
      const part = { view, locks: [] }
      const given = { ...material, part: elsewhere ? null : part, timed: part }
      expect(shown(state, given).countdown?.on).toBe('z')
      const kept = { ...state, pacing: { ...pacing, withheld: new Set([timed]) } }
      expect(shown(kept, given).countdown?.on).toBeNull()
    }),
  )
})

test('every student is counted once at every step', () => {
  fc.assert(
    fc.property(anyClass, state => {
      const scene: Scene = { what: 'network', version: 'v1' }
      const sent = shown({ ...state, showing: { scene, people: 'beside' } })
      if (sent.scene.what !== 'network' || !sent.grid) return
      for (const [
        at,
        { right, follows, answered, wrong, working, revealed, of },
      ] of sent.scene.standings.entries()) {
        const begun = right + follows + answered + wrong + working + revealed
        const seen = sent.grid.rows.filter(({ cells }) => cells[at]?.state !== 'untouched')
        expect([begun, of]).toEqual([seen.length, state.students.size])
      }
    }),
  )
})

describe('flowers', () => {
  test('none twice, and one word each', () => {
    expect(new Set(flowers).size).toBe(flowers.length)
    for (const flower of flowers) expect(flower).toMatch(/^[A-Z][a-z]+$/)
  })

  test('a class of any size and any order has no two alike, and the same student the same one', () => {
    const order = fc.shuffledSubarray([...flowers], { minLength: flowers.length })
    fc.assert(
      fc.property(order, fc.integer({ min: 1, max: 2000 }), (own, size) => {
        const all = Array.from({ length: size }, (_, at) => pseudonym(own, at + 2))
        expect(new Set(all).size).toBe(size)
        expect(pseudonym(own, 2)).toBe(all[0])
      }),
      { numRuns: 50 },
    )
  })
})

test('verdicts that are held back are not told by the wall', () => {
  const after = (state: ClassState, entry: LogEntry, seq: number) =>
    reduce(state, { type: 'logged', entry: { ...entry, seq, at: 0, who: 'teacher' } })
  const held = after(answered, { type: 'verdicts-held', data: {} }, 1)
  const states = [answered, held, after(held, { type: 'verdicts-opened', data: { on } }, 2)]
  const cells = states.map(state => shown(state).grid?.rows[0]?.cells[0])
  expect(cells).toEqual([
    { state: 'wrong', wrong: 1 },
    { state: 'working', wrong: 0 },
    { state: 'wrong', wrong: 1 },
  ])
})

const answered: ClassState = {
  ...(
    [
      { type: 'student-joined', student: 'ada', name: 'NameOfAda', joinedAt: 0, seed: 2 },
      { type: 'exercises-chosen', versions: ['v1'], drawing: [] },
      {
        type: 'answered',
        student: 'ada',
        step: 'v1 z',
        seed: 1,
        id: 'a',
        verdict: 'wrong',
        mistakes: [],
        follows: [],
        at: 1,
      },
    ] as const
  ).reduce<ClassState>(reduce, emptyClass),
  showing: { scene: { what: 'grid', version: 'v1' }, people: 'count' },
}

describe('a poll on the wall', () => {
  const option = (text: string, right = false) => ({ cells: [text], right, mistakes: ['a-mistake'] })
  const entry = (seq: number, entry: LogEntry, who = 'teacher') => ({
    type: 'logged' as const,
    entry: { ...entry, seq, at: 0, who },
  })
  const voted = (choice: number, again = false) =>
    entry(2, { type: 'poll-voted', data: { poll: 1, choice, ...(again && { again }) } }, 'ada')
  const turned = (to: PollPhase) => entry(3, { type: 'poll-turned', data: { poll: 1, to } })
  const open = entry(1, {
    type: 'poll-opened',
    data: { on, question: 'Which?', options: [option('1'), option('2', true)] },
  })
  const pollAfter = (...events: ReturnType<typeof entry>[]) => {
    const state = [open, ...events].reduce<ClassState>(reduce, answered)
    const { scene } = shown({ ...state, showing: { scene: { what: 'poll' }, people: 'count' } })
    if (scene.what !== 'poll') throw new Error(scene.what)
    return scene.poll
  }

  test('votes come in without saying which; both stand there once they are shown, and the right one at the end', () => {
    expect(pollAfter(voted(0))).toMatchObject({ phase: 'vote', voted: 1, of: 1, votes: null, right: null })
    expect(pollAfter(voted(0), turned('discuss'))).toMatchObject({ voted: 1, votes: null, right: null })
    const again = [voted(0), turned('again')]
    expect(pollAfter(...again)).toMatchObject({ voted: 0, votes: null, right: null })
    const twice = [...again, voted(1, true)]
    expect(pollAfter(...twice)).toMatchObject({ voted: 1, votes: null, right: null })
    const votes = { first: [1, 0, 0], second: [0, 1, 0] }
    const places = pollAfter(...twice)?.options.map(({ cells }) => cells[0]) ?? []
    expect(pollAfter(...twice, turned('shown'))).toMatchObject({ votes, right: null })
    expect(pollAfter(...twice, turned('right'))).toMatchObject({ votes, right: places.indexOf('2') })
  })

  test('one that is closed, or whose step is off the desks, is not there', () => {
    expect(pollAfter(turned('closed'))).toBeNull()
    const off = { version: 'v1', steps: ['z'], released: false }
    expect(pollAfter(entry(3, { type: 'released', data: off }))).toBeNull()
  })
})

test('while verdicts are held back the grid says at which steps', () => {
  const held = reduce(answered, {
    type: 'logged',
    entry: { type: 'verdicts-held', data: {}, seq: 1, at: 0, who: 'teacher' },
  })
  expect(shown(answered).grid?.held).toEqual([])
  expect(shown(held).grid?.held).toEqual(['z', 'dL/dW1', 'formula dL/dA'])
})

test('what a trace keeps back stays off the wall until it is revealed to the class', () => {
  const part = { view, locks: [{ until: ['z'], keeps: ['dL/dW1'] }] }
  const steps = (state: ClassState) =>
    shown(state, { ...material, part }).grid?.steps.map(({ id }) => id) ?? []
  expect(steps(answered)).toEqual(['z', 'formula dL/dA'])
  const revealed = { ...answered, pacing: { ...answered.pacing, revealed: new Set(['v1 z' as const]) } }
  expect(steps(revealed)).toContain('dL/dW1')
})

test('a large class is cut to what can be read', () => {
  const joined = Array.from({ length: 200 }, (_, at) => ({
    type: 'student-joined' as const,
    student: `s${at}`,
    name: `S ${at}`,
    joinedAt: at,
    seed: at + 2,
  }))
  const { grid } = shown(joined.reduce<ClassState>(reduce, answered))
  expect([grid?.rows.length, grid?.more, grid?.standings[0]?.of]).toEqual([120, 81, 201])
})

test('the picture goes along until the projector has it', () => {
  const state = { ...answered, showing: { scene: { what: 'network', version: 'v1' }, people: 'count' } }
  const has = (pictured: string | null) => {
    const { scene } = shown(state as ClassState, material, pictured)
    return scene.what === 'network' && scene.exercise !== undefined
  }
  expect([has(null), has(pictureKey(view)), has('v1\nz')]).toEqual([true, false, true])
})
