import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Desk, DeskExercise } from '@/lib/classroom/desk'
import type { ClassEvent } from '@/lib/classroom/events'
import { isHeld, unpaced } from '@/lib/classroom/pacing'
import { reduce, replay } from '@/lib/classroom/reduce'
import type { Cell, ClassState, CountedVerdict, Student } from '@/lib/classroom/state'
import { type AnsweredText, stepRecord } from '@/lib/classroom/step-record'
import { nobodysDesk, studentDesk } from '@/lib/classroom/student-desk'
import { seedOf } from '@/lib/classroom/variant'
import type { PublicExercise } from '@/lib/protocol/exercise'
import { addressOf, keyOf, type StepKey, stepKey } from '@/lib/protocol/step-key'
import { plainSentence } from '@/lib/words/sentence'
import { takesLong } from '../../takes-long'
import { anyEvent } from './events'

takesLong()

const step = (id: string): PublicExercise['flow'][number] => ({
  type: 'step',
  step: {
    id,
    kind: 'value',
    shape: [],
    mathml: '',
    title: id,
    remark: null,
    node: null,
    points: 1,
    acceptance: null,
    names: null,
  },
})
const note = (html: string): PublicExercise['flow'][number] => ({ type: 'note', html })
const exercise = (flow: PublicExercise['flow']): PublicExercise => ({
  version: 'v',
  title: 'T',
  nodes: [],
  upstream: null,
  flow,
})
const shown = (given: PublicExercise, withheld: string[]) =>
  nobodysDesk({ ...unpaced, withheld: new Set(withheld) }, [{ view: given, locks: [] }])
    .exercises()[0]
    ?.flow.map(part =>
      part.type === 'step'
        ? part.step.id
        : part.type === 'note'
          ? part.html
          : part.type === 'sheet'
            ? part.sheet.id
            : '',
    )

test('a note goes with the step that it precedes, one at the end with the last step', () => {
  const given = exercise([note('n1'), step('a'), note('n2'), step('b'), note('n3')])
  expect(shown(given, [])).toEqual(['n1', 'a', 'n2', 'b', 'n3'])
  expect(shown(given, ['v b'])).toEqual(['n1', 'a'])
  expect(shown(given, ['v a'])).toEqual(['n2', 'b', 'n3'])
  expect(shown(given, ['v'])).toBeUndefined()
  expect(shown(exercise([note('alone')]), ['v a'])).toEqual(['alone'])
  const sheet: PublicExercise['flow'][number] = { type: 'sheet', sheet: { id: 'find', entries: [] } }
  expect(shown(exercise([step('a'), sheet, step('b')]), ['v b'])).toEqual(['a'])
})

const ids = ['z', 'dL/dW1', 'formula dL/dA']
const versions = ['v1', 'v2', 'v3']
const everyStep = versions.flatMap(version => ids.map(id => stepKey(version, id)))

/** Exercises of which anything may be kept back until anything is right. */
const lockedExercises = fc
  .tuple(
    ...versions.map(() =>
      fc.array(fc.record({ keeps: fc.subarray(ids), until: fc.subarray(ids, { minLength: 1 }) }), {
        maxLength: 2,
      }),
    ),
  )
  .map(all =>
    all.map((locks, at) => ({
      view: { ...exercise([note('n'), ...ids.map(step)]), version: versions[at] as string },
      locks,
      hints: new Map(ids.map(id => [id, [`first of ${id}`, `second of ${id}`]])),
    })),
  )

const anyClass = fc
  .array(anyEvent, { maxLength: 60 })
  .map(events =>
    replay([{ type: 'exercises-chosen', versions: ['v1', 'v2', 'v3'], drawing: ['v3'] }, ...events]),
  )

function desksIn(state: ClassState, exercises: readonly Omit<DeskExercise, 'seed'>[]) {
  return [...state.students.values()].map(student => {
    const chosen = exercises.filter(({ view }) => state.chosen.includes(view.version))
    const numbered = chosen.map(one => ({ ...one, seed: seedOf(state, student, one.view.version) }))
    return { student, desk: studentDesk(state, student, numbered, plainSentence) }
  })
}

/** The rule once more, as slowly as it can be said. */
function maySee(
  state: ClassState,
  student: Student,
  exercises: readonly Omit<DeskExercise, 'seed'>[],
  key: StepKey,
): boolean {
  const { version, step } = addressOf(key)
  const { withheld, revealed, held, heldFrom, opened } = state.pacing
  if (!state.chosen.includes(version) || withheld.has(version) || withheld.has(key)) return false
  const knows = (other: string) => {
    const at = stepKey(version, other)
    if (revealed.has(at) || student.exceptions.excused.has(at)) return true
    const cell = student.cells.get(at)
    if (cell?.best !== 'right' || cell.seed !== seedOf(state, student, version)) return false
    const told = held === null || opened.has(at)
    return told || cell.rightIn === null || heldFrom === null || cell.rightIn < heldFrom
  }
  const locks = exercises.find(({ view }) => view.version === version)?.locks ?? []
  return locks.every(({ keeps, until }) => !keeps.includes(step) || until.every(knows))
}

const logged = (type: 'verdicts-held' | 'verdicts-opened' | 'numbers-set', data: object, seq: number) =>
  ({ type: 'logged', entry: { type, data, seq, at: 0, who: null } }) as ClassEvent

const answer: AnsweredText = {
  id: 'row',
  cells: ['1'],
  result: { verdict: 'wrong', cells: [], mistakes: ['no-two'], message: 'no' },
  at: 1,
}

/** Every step that a desk gives out anything of. */
function named(desk: Desk): StepKey[] {
  const { focus, countdown } = desk.pacing(0)
  const { messages, poll } = desk.talk(0)
  const records = everyStep.flatMap(key => [desk.record(key, answer), desk.told(key, answer).record])
  const addresses = [
    ...[focus, countdown?.on, poll?.on, ...messages.map(({ on }) => on), ...records],
    ...desk.hints(),
    ...everyStep.map(key => desk.hintsAt(key)),
  ]
  return [
    ...desk
      .exercises()
      .flatMap(({ version, flow }) =>
        flow.flatMap(part => (part.type === 'step' ? [stepKey(version, part.step.id)] : [])),
      ),
    ...addresses.flatMap(address => (address ? [keyOf(address)] : [])),
    ...desk.revealed(),
    ...desk.answers().values(),
    ...desk.steps(),
  ]
}

test('[G11] whatever happens in a class, a desk has what the rule says, and nothing in it names another step', () => {
  fc.assert(
    fc.property(anyClass, lockedExercises, (state, exercises) => {
      for (const { student, desk } of desksIn(state, exercises)) {
        const may = everyStep.filter(key => maySee(state, student, exercises, key))
        expect(everyStep.filter(desk.has)).toEqual(may)
        for (const key of named(desk)) expect(desk.has(key), key).toBe(true)
      }
    }),
    { numRuns: 400 },
  )
})

test('a step that a desk does not have is refused like one that does not exist, and of its answers nothing is told', () => {
  fc.assert(
    fc.property(anyClass, lockedExercises, (state, exercises) => {
      for (const { desk } of desksIn(state, exercises)) {
        for (const key of everyStep.filter(step => !desk.has(step))) {
          const never = stepKey(addressOf(key).version, 'there is none')
          expect(desk.refusal(key, 0)).toEqual(desk.refusal(never, 0))
          expect(desk.told(key, answer)).toEqual({ result: null, record: null })
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('while verdicts are held back no desk tells one that was not told before, nor the name of a mistake at any time', () => {
  fc.assert(
    fc.property(anyClass, lockedExercises, (state, exercises) => {
      for (const { desk } of desksIn(state, exercises)) {
        for (const key of everyStep) {
          const { result, record } = desk.told(key, answer)
          if (isHeld(state.pacing, key) && desk.cell(key)?.told !== answer.id)
            expect([result, record?.result ?? null, record?.best ?? null]).toEqual([null, null, null])
          expect(JSON.stringify([result, record])).not.toContain('no-two')
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('what is told of an answer before verdicts are held back stays, whatever becomes of it meanwhile', () => {
  const key = stepKey('v1', 'z')
  const about = { student: 'ada', step: key, mistakes: [], follows: [] }
  const hold = (seq: number): ClassEvent => logged('verdicts-held', {}, seq)
  const given: ClassEvent = { ...about, type: 'answered', seed: 1, id: 'row', verdict: 'wrong', at: 1 }
  const renewed: ClassEvent = { ...about, type: 'regraded', id: 'new', of: 'row', verdict: 'right' }
  const again: ClassEvent = { ...given, id: 'again', verdict: 'right', at: 2 }
  const told = (row: string, ...events: ClassEvent[]) => {
    const joined = { type: 'student-joined', student: 'ada', name: 'Ada', joinedAt: 0, seed: 1 } as const
    const chosen = { type: 'exercises-chosen', versions: ['v1'], drawing: ['v1'] } as const
    const own = logged('numbers-set', { own: true }, 1)
    const state = replay([chosen, own, joined, ...events])
    const view = { ...exercise(ids.map(step)), version: 'v1' }
    const [ada] = desksIn(state, [{ view, locks: [], hints: new Map() }])
    const record = ada?.desk.record(key, { ...answer, id: row })
    return [[...(ada?.desk.answers().keys() ?? [])], record?.result?.verdict, record?.best]
  }
  expect(told('row', given, hold(2))).toEqual([['row'], 'wrong', 'wrong'])
  expect(told('row', given, hold(2), renewed)).toEqual([['row'], 'wrong', 'wrong'])
  expect(told('new', given, hold(2), renewed)).toEqual([['row'], undefined, null])
  expect(told('new', given, renewed, hold(2))).toEqual([['new'], 'wrong', 'right'])
  // An answer that was given meanwhile has no verdict, until all verdicts were open.
  expect(told('again', given, hold(2), again)).toEqual([['again'], undefined, null])
  const open = logged('verdicts-opened', { on: null }, 3)
  expect(told('row', hold(2), given, open, hold(4), renewed)).toEqual([['row'], 'wrong', 'wrong'])
})

test('what nobody has answered shows on the wall as on the desk of a newcomer', () => {
  fc.assert(
    fc.property(anyClass, lockedExercises, (state, exercises) => {
      const newcomer = reduce(state, {
        type: 'student-joined',
        student: 'zoe',
        name: 'Zoe',
        joinedAt: 9,
        seed: 3,
      })
      const chosen = exercises.filter(({ view }) => state.chosen.includes(view.version))
      const wall = nobodysDesk(state.pacing, chosen, plainSentence)
      const hers = desksIn(newcomer, exercises).find(({ student }) => student.id === 'zoe')?.desk
      expect(hers?.exercises()).toEqual(wall.exercises())
      expect(hers?.steps()).toEqual(wall.steps())
    }),
    { numRuns: 200 },
  )
})

test('while verdicts are held back, a record is the same whatever the verdict', () => {
  const verdict = fc.constantFrom<CountedVerdict>('right', 'follows', 'wrong')
  const pacing = { ...unpaced, held: 1 }
  const record = (given: CountedVerdict, best: CountedVerdict, row: string) => {
    const latest = {
      of: 'a',
      id: row,
      verdict: given,
      mistakes: [],
      follows: given === 'follows' ? ['z'] : [],
      at: 5,
    }
    const wrong = given === 'wrong' ? 1 : 0
    const cell: Cell = {
      seed: 1,
      attempts: 1,
      wrong,
      made: new Map(),
      spent: 1,
      heldIn: 1,
      told: null,
      best,
      rightIn: null,
      latest,
      following: null,
      resting: [],
      override: null,
    }
    const result = { verdict: given, cells: [], mistakes: [], message: given }
    return stepRecord(stepKey('v', 'z'), cell, { id: row, cells: ['1'], result, at: 9 }, pacing)
  }
  fc.assert(
    fc.property(verdict, verdict, fc.string(), (given, best, row) => {
      expect(record(given, best, row)).toEqual(record('wrong', 'wrong', 'a'))
    }),
  )
})
