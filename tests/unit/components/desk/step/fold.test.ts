import { expect, test } from 'vitest'
import { foldDone } from '@/components/desk/step/fold'
import type { PublicExercise } from '@/lib/protocol/exercise'
import { drawnNode, drawnStep } from '../picture/networks'

type Entry = PublicExercise['flow'][number]

const note: Entry = { type: 'note', html: '<p>n</p>' }
const step = (id: string): Entry => ({
  type: 'step',
  step: drawnStep(drawnNode(id, 'node', []), 'value', id),
})
const done =
  (...ids: string[]) =>
  (id: string) =>
    ids.includes(id)

test('done steps before the one at hand are one line, with the notes between them', () => {
  const flow = [note, step('a'), step('b'), note, step('c'), step('d')]
  expect(foldDone(flow, 'c', done('a', 'b'), null)).toEqual([
    { folded: [0, 1, 2], steps: 2 },
    { shown: 3 },
    { shown: 4 },
    { shown: 5 },
  ])
})

test('a single done step stays, and so do all where the student is at none', () => {
  const flow = [step('a'), step('b'), step('c')]
  expect(foldDone(flow, 'b', done('a'), null)).toEqual([{ shown: 0 }, { shown: 1 }, { shown: 2 }])
  expect(foldDone(flow, null, done('a', 'b', 'c'), null)).toEqual([{ shown: 0 }, { shown: 1 }, { shown: 2 }])
})

test('what is not done stays in sight, and parts two lines', () => {
  const flow = ['a', 'b', 'c', 'd', 'e', 'f'].map(step)
  expect(foldDone(flow, 'f', done('a', 'b', 'd', 'e'), null)).toEqual([
    { folded: [0, 1], steps: 2 },
    { shown: 2 },
    { folded: [3, 4], steps: 2 },
    { shown: 5 },
  ])
})

test('the step whose verdict has just come stays in sight', () => {
  const flow = ['a', 'b', 'c', 'd'].map(step)
  expect(foldDone(flow, 'd', done('a', 'b', 'c'), 'c')).toEqual([
    { folded: [0, 1], steps: 2 },
    { shown: 2 },
    { shown: 3 },
  ])
})

test("somebody else's answers are never folded", () => {
  const sheet: Entry = { type: 'sheet', sheet: { id: 'find', entries: [] } }
  expect(foldDone([sheet, step('a'), step('b'), step('c')], 'c', done('a', 'b'), null)[0]).toEqual({
    shown: 0,
  })
})
