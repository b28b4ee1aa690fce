import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { boardExercise } from '@/lib/classroom/board-view'
import type { Desk } from '@/lib/classroom/desk'
import type { ClassEvent } from '@/lib/classroom/events'
import type { LogEntry } from '@/lib/classroom/log'
import type { LockedView } from '@/lib/classroom/open-part'
import { unpaced } from '@/lib/classroom/pacing'
import { replay } from '@/lib/classroom/reduce'
import { nobodysDesk, studentDesk } from '@/lib/classroom/student-desk'
import { spellScalar } from '@/lib/exact/atoms'
import { isTensorStep, locksOf, publicView } from '@/lib/exercise'
import { PublicExercise } from '@/lib/protocol/exercise'
import { stepKey } from '@/lib/protocol/step-key'
import { sentenceOf } from '@/lib/words/sentence'
import { keyOf } from '../exercise/solve'

const source = readFileSync('tests/fixtures/ladder/49-find-the-mistake.chalk', 'utf8')

function locked(text: string) {
  const key = keyOf(text)
  return { view: publicView(key, 'v', sentenceOf), locks: locksOf(key) }
}

/** The desk of a student of whom these steps were judged so. */
function deskWith(exercise: LockedView, verdicts: Record<string, 'right' | 'follows' | 'wrong'> = {}): Desk {
  const answered = Object.entries(verdicts).map(([step, verdict], at) => ({
    type: 'answered' as const,
    student: 'ada',
    step: stepKey('v', step),
    seed: 1,
    id: `a${at}`,
    verdict,
    mistakes: [],
    follows: [],
    at,
  }))
  const joined = { type: 'student-joined' as const, student: 'ada', name: 'Ada', joinedAt: 0, seed: 2 }
  const state = replay([joined, ...answered])
  const ada = state.students.get('ada')
  if (!ada) throw new Error('nobody is there')
  return studentDesk(state, ada, [{ ...exercise, seed: 1, hints: new Map() }], sentenceOf)
}

const nobody = (exercise: LockedView) => nobodysDesk(unpaced, [exercise], sentenceOf)

/** The one exercise that is on it. */
function openPart(desk: Desk): PublicExercise {
  const [exercise] = desk.exercises()
  if (!exercise) throw new Error('nothing is there')
  return exercise
}

const has = (desk: Desk, step: string) => desk.has(stepKey('v', step))

function partsOf({ flow }: PublicExercise): string[] {
  return flow.map(item =>
    item.type === 'step' ? item.step.id : item.type === 'sheet' ? `sheet ${item.sheet.id}` : item.type,
  )
}

const anew = [
  ...['dL/dz', 'dL/db1', 'dL/dW1', 'nudge.predicted', 'nudge2.predicted'],
  ...['descend.W1', 'descend.b1', 'descend.predicted'],
]

describe('[G11] what comes only when the mistake is found', () => {
  const exercise = locked(source)

  test('before: the sheet and the two questions, and not how much is still to come', () => {
    for (const desk of [
      nobody(exercise),
      deskWith(exercise),
      deskWith(exercise, { 'find.step': 'wrong', 'find.mistake': 'right' }),
    ]) {
      const open = openPart(desk)
      expect(partsOf(open)).toEqual(['note', 'sheet find', 'find.step', 'find.mistake', 'locked'])
      expect(PublicExercise.parse(open)).toEqual(open)
      for (const step of anew) expect(has(desk, step), step).toBe(false)
      expect(has(desk, 'find.step')).toBe(true)
    }
  })

  test('whichever mistake is sought, the page before differs in what is shown and offered alone', () => {
    const traces = [
      'mask-omitted at dL/dz',
      'no-two at dL/dyhat',
      'relu-omitted at h',
      'step-up at descend.W2',
    ]
    const pages = traces.map(trace => {
      const { flow, ...rest } = openPart(deskWith(locked(source.replace('mask-omitted at dL/dz', trace))))
      const plain = flow.map(item => {
        if (item.type === 'sheet')
          return item.sheet.entries.map(({ values, ...entry }) => [entry, values.length])
        if (item.type !== 'step') return item
        const { choices, ...step } = item.step
        return [step, step.id === 'find.step' ? choices : choices?.length]
      })
      return JSON.stringify([rest, plain])
    })
    expect(new Set(pages).size).toBe(1)
  })

  test('no right value of a spoiled step is sent before', () => {
    const key = keyOf(source)
    const text = JSON.stringify(openPart(deskWith(exercise)))
    for (const step of key.steps) {
      if (!isTensorStep(step)) continue
      const printed = step.answer.data.map(entry => JSON.stringify(Number(spell(entry)).toString()))
      expect(text, step.id).not.toContain(`[${printed.join()}]`)
      expect(text, step.id).not.toContain(JSON.stringify(step.answer.data.map(spellScalar)))
    }
  })

  test('after: the steps anew, whatever became of the other question', () => {
    const desk = deskWith(exercise, { 'find.step': 'right' })
    const open = openPart(desk)
    expect(partsOf(open)).toEqual(['note', 'sheet find', 'find.step', 'find.mistake', ...anew])
    for (const step of anew) expect(has(desk, step)).toBe(true)
  })

  test('a second trace comes when everything of the first is right', () => {
    const two = locked(`${source}trace no-two at dL/dyhat\n`)
    const all = Object.fromEntries(['find.step', 'find.mistake', ...anew].map(id => [id, 'right' as const]))
    const rest = ['find2.step', 'find2.mistake']
    expect(partsOf(openPart(deskWith(two)))).toEqual([
      ...['note', 'sheet find', 'find.step', 'find.mistake', 'locked', 'locked', 'locked'],
    ])
    expect(has(deskWith(two, { ...all, 'dL/dz': 'follows' }), 'find2.step')).toBe(false)
    const open = partsOf(openPart(deskWith(two, all)))
    expect(open.slice(-4)).toEqual(['sheet find2', ...rest, 'locked'])
    expect(partsOf(openPart(deskWith(two, { ...all, 'find2.step': 'right' })))).toContain('dL/dyhat')
  })

  test('how many parts are kept back; of an exercise without a trace none', () => {
    const closed = [{}, { 'find.mistake': 'right' }, { 'find.step': 'right' }] as const
    expect(closed.map(verdicts => deskWith(exercise, verdicts).keptBack('v'))).toEqual([1, 1, 0])
    const plain = locked(source.replace(/^trace .*$/m, ''))
    expect(plain.locks).toEqual([])
    expect(openPart(nobody(plain))).toBe(plain.view)
  })

  test('the board has a column for every step, and words for what can be chosen', () => {
    const { steps } = boardExercise(exercise.view, false)
    expect(steps.map(({ id }) => id)).toEqual(['find.step', 'find.mistake', ...anew])
    expect(steps[1]?.choices?.map(({ text }) => text)).toContain(
      'Let the gradient pass through units that are off',
    )
    expect(steps[2]?.choices).toBeUndefined()
  })
})

describe('why an answer is not taken now', () => {
  const exercise = locked(source)
  const on = { version: 'v', step: 'find.step' }
  const key = stepKey('v', 'find.step')
  const joined = { type: 'student-joined' as const, student: 'ada', name: 'Ada', joinedAt: 0, seed: 2 }
  const answered = (id: string) => ({
    type: 'answered' as const,
    ...{
      student: 'ada',
      step: key,
      seed: 1,
      id,
      verdict: 'wrong' as const,
      mistakes: [],
      follows: [],
      at: 1,
    },
  })
  const logged = (entry: LogEntry, seq = 1) => ({
    type: 'logged' as const,
    entry: { ...entry, seq, at: 0, who: 'teacher' },
  })
  const refusal = (step: string, now: number, ...events: ClassEvent[]) => {
    const state = replay([joined, { type: 'exercises-chosen', versions: ['v'], drawing: [] }, ...events])
    const ada = state.students.get('ada')
    const desk = ada && studentDesk(state, ada, [{ ...exercise, seed: 1, hints: new Map() }], sentenceOf)
    const found = desk?.refusal(stepKey('v', step), now)
    return found ? [found.code, found.message.id] : null
  }

  test('nothing is in the way of a step that is there', () => {
    expect(refusal('find.step', 0)).toBeNull()
  })

  test('a pause comes before anything else, then whether the step is there', () => {
    const paused = logged({ type: 'paused', data: { paused: true } })
    expect(refusal('no such step', 0, paused)).toEqual(['paused', 'desk.paused'])
    expect(refusal('no such step', 0)).toEqual(['not-found', 'desk.no-such-step'])
    expect(refusal('dL/dz', 0)).toEqual(['not-found', 'desk.no-such-step'])
    const off = logged({ type: 'released', data: { version: 'v', steps: null, released: false } })
    expect(refusal('find.step', 0, off)).toEqual(['closed', 'desk.not-worked-on'])
  })

  test('time, the due date and a solution that is shown close it', () => {
    const timed = logged({ type: 'timed', data: { endsAt: 10, on } })
    expect([9, 10].map(now => refusal('find.step', now, timed))).toEqual([
      null,
      ['closed', 'desk.time-is-up'],
    ])
    expect(refusal('find.mistake', 10, timed)).toBeNull()
    const due = (late: boolean) => logged({ type: 'homework-set', data: { dueAt: 10, late } })
    expect(refusal('find.step', 10, due(false))).toEqual(['closed', 'desk.past-due'])
    expect([refusal('find.step', 9, due(false)), refusal('find.step', 10, due(true))]).toEqual([null, null])
    const revealed = logged({ type: 'revealed', data: { on } })
    expect(refusal('find.step', 0, revealed)).toEqual(['closed', 'desk.solution-shown'])
  })

  test('[G12] a cap counts answers, and all that were given during one hold as one', () => {
    const capped = logged({ type: 'capped', data: { attempts: 1 } })
    const used = ['closed', 'desk.attempts-used']
    expect(refusal('find.step', 0, answered('a'))).toBeNull()
    expect(refusal('find.step', 0, capped, answered('a'))).toEqual(used)
    const held = logged({ type: 'verdicts-held', data: {} }, 2)
    expect(refusal('find.step', 0, capped, held, answered('a'))).toBeNull()
    expect(refusal('find.step', 0, capped, answered('a'), held)).toEqual(used)
  })
})

function spell(entry: Parameters<typeof spellScalar>[0]): number {
  const [n = '0', d = '1'] = spellScalar(entry).split('/')
  return Number(n) / Number(d)
}
