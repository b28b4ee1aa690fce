import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deskExercise, stepRecord } from '@/lib/classroom/desk-view'
import { unpaced } from '@/lib/classroom/pacing'
import type { Cell, Graded } from '@/lib/classroom/state'
import type { PublicExercise } from '@/lib/protocol/exercise'
import { stepKey } from '@/lib/protocol/step-key'

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
    rounded: null,
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
  deskExercise(given, { ...unpaced, withheld: new Set(withheld) })?.flow.map(part =>
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

test('while verdicts are held back, a record is the same whatever the verdict', () => {
  const verdict = fc.constantFrom<Graded>('right', 'follows', 'wrong')
  const pacing = { ...unpaced, held: 1 }
  const record = (given: Graded, best: Graded, row: string) => {
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
      best,
      rightIn: null,
      latest,
      following: null,
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
