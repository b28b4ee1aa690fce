import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { boardExercise } from '@/lib/classroom/board-view'
import { closedParts, isOpen, openPart } from '@/lib/classroom/open-part'
import { replay } from '@/lib/classroom/reduce'
import { emptyClass } from '@/lib/classroom/state'
import { spellScalar } from '@/lib/exact/atoms'
import { locksOf, publicView } from '@/lib/exercise'
import { PublicExercise } from '@/lib/protocol/exercise'
import { stepKey } from '@/lib/protocol/step-key'
import { keyOf } from '../exercise/solve'

const source = readFileSync('tests/fixtures/ladder/49-find-the-mistake.chalk', 'utf8')

function locked(text: string) {
  const key = keyOf(text)
  return { view: publicView(key, 'v'), locks: locksOf(key) }
}

/** A student of whom these steps were judged so. */
function studentWith(verdicts: Record<string, 'right' | 'follows' | 'wrong'>) {
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
  return replay([joined, ...answered]).students.get('ada')
}

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
    for (const student of [
      undefined,
      studentWith({}),
      studentWith({ 'find.step': 'wrong', 'find.mistake': 'right' }),
    ]) {
      const open = openPart(exercise, emptyClass, student)
      expect(partsOf(open)).toEqual(['note', 'sheet find', 'find.step', 'find.mistake', 'locked'])
      expect(PublicExercise.parse(open)).toEqual(open)
      for (const step of anew) expect(isOpen(exercise, emptyClass, student, step), step).toBe(false)
      expect(isOpen(exercise, emptyClass, student, 'find.step')).toBe(true)
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
      const { flow, ...rest } = openPart(
        locked(source.replace('mask-omitted at dL/dz', trace)),
        emptyClass,
        studentWith({}),
      )
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
    const text = JSON.stringify(openPart(exercise, emptyClass, studentWith({})))
    for (const step of key.steps) {
      if (step.kind === 'find' || step.kind === 'shape' || step.kind === 'formula') continue
      const printed = step.answer.data.map(entry => JSON.stringify(Number(spell(entry)).toString()))
      expect(text, step.id).not.toContain(`[${printed.join()}]`)
      expect(text, step.id).not.toContain(JSON.stringify(step.answer.data.map(spellScalar)))
    }
  })

  test('after: the steps anew, whatever became of the other question', () => {
    const student = studentWith({ 'find.step': 'right' })
    const open = openPart(exercise, emptyClass, student)
    expect(partsOf(open)).toEqual(['note', 'sheet find', 'find.step', 'find.mistake', ...anew])
    for (const step of anew) expect(isOpen(exercise, emptyClass, student, step)).toBe(true)
  })

  test('a second trace comes when everything of the first is right', () => {
    const two = locked(`${source}trace no-two at dL/dyhat\n`)
    const all = Object.fromEntries(['find.step', 'find.mistake', ...anew].map(id => [id, 'right' as const]))
    const rest = ['find2.step', 'find2.mistake']
    expect(partsOf(openPart(two, emptyClass, studentWith({})))).toEqual([
      ...['note', 'sheet find', 'find.step', 'find.mistake', 'locked', 'locked', 'locked'],
    ])
    expect(isOpen(two, emptyClass, studentWith({ ...all, 'dL/dz': 'follows' }), 'find2.step')).toBe(false)
    const open = partsOf(openPart(two, emptyClass, studentWith(all)))
    expect(open.slice(-4)).toEqual(['sheet find2', ...rest, 'locked'])
    expect(partsOf(openPart(two, emptyClass, studentWith({ ...all, 'find2.step': 'right' })))).toContain(
      'dL/dyhat',
    )
  })

  test('how many parts are kept back; of an exercise without a trace none', () => {
    const closed = [{}, { 'find.mistake': 'right' }, { 'find.step': 'right' }] as const
    expect(closed.map(verdicts => closedParts(exercise, emptyClass, studentWith(verdicts)))).toEqual([
      1, 1, 0,
    ])
    const plain = locked(source.replace(/^trace .*$/m, ''))
    expect(plain.locks).toEqual([])
    expect(openPart(plain, emptyClass, undefined)).toBe(plain.view)
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

function spell(entry: Parameters<typeof spellScalar>[0]): number {
  const [n = '0', d = '1'] = spellScalar(entry).split('/')
  return Number(n) / Number(d)
}
