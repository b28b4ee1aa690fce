import { describe, expect, test } from 'vitest'
import { publicView } from '@/lib/exercise'
import { aboutOf } from '@/lib/exercise/about'
import { builtIn } from '@/lib/lessons'
import type { PublicExercise, StepAbout } from '@/lib/protocol/exercise'
import { sentenceOf } from '@/lib/words/sentence'
import { lessonSource } from '../../lesson-files'
import { keyOf, stepsOf, viewOf } from './solve'

type Told = Record<string, StepAbout | undefined>

const toldBy = (view: PublicExercise): Told =>
  Object.fromEntries(stepsOf(view).map(({ id, about }) => [id, about]))
const about = (source: string): Told => toldBy(viewOf(source))
const lesson = (slug: string): PublicExercise => publicView(keyOf(lessonSource(slug)), 'v', sentenceOf)

describe('what the steps of the built-in exercises stand in', () => {
  test('matrix multiplication', () => {
    expect(toldBy(lesson('matrix-multiplication'))).toEqual({
      C: { lines: ['C'], given: ['A', 'B'], found: [] },
      'dL/dA[1,2]': { lines: ['C'], given: ['A', 'B', 'dL/dC'], found: [] },
      'dL/dA': { lines: ['C'], given: ['A', 'B', 'dL/dC'], found: [] },
      'dL/dB': { lines: ['C'], given: ['A', 'B', 'dL/dC'], found: [] },
    })
  })

  test('the ReLU mask', () => {
    expect(toldBy(lesson('relu-mask'))).toEqual({
      h: { lines: ['h'], given: ['z'], found: [] },
      'dL/dz': { lines: ['h'], given: ['z', 'dL/dh'], found: ['h'] },
    })
  })

  test('the full small network', () => {
    const told = toldBy(lesson('full-small-network'))
    expect(told.z).toEqual({ lines: ['z'], given: ['W1', 'x', 'b1'], found: [] })
    expect(told.h).toEqual({ lines: ['h'], given: [], found: ['z'] })
    expect(told.L).toEqual({ lines: ['L'], given: ['y'], found: ['yhat'] })
    expect(told['dL/dyhat']).toEqual({ lines: ['L'], given: ['y'], found: ['yhat', 'L'] })
    expect(told['dL/dh']).toEqual({ lines: ['yhat'], given: ['W2', 'b2'], found: ['h', 'dL/dyhat'] })
    expect(told['dL/dW1']).toEqual({ lines: ['z'], given: ['W1', 'x', 'b1'], found: ['dL/dz'] })
    expect(told['dL/dz']).toEqual({ lines: ['h'], given: [], found: ['z', 'h', 'dL/dh'] })
    expect(told['nudge.predicted']).toEqual({
      lines: [],
      given: [],
      found: ['dL/dW2', 'dL/db2', 'dL/dW1', 'dL/db1'],
    })
    expect(told['nudge.actual']).toEqual({
      lines: ['z', 'h', 'yhat', 'L'],
      given: ['W1', 'x', 'b1', 'W2', 'b2', 'y'],
      found: ['L'],
    })
    expect(told['descend.W1']).toEqual({ lines: [], given: ['W1'], found: ['dL/dW1'] })
    expect(told['descend.loss']).toEqual({
      lines: ['z', 'h', 'yhat', 'L'],
      given: ['x', 'y'],
      found: ['descend.W1', 'descend.b1', 'descend.W2', 'descend.b2'],
    })
    expect(told['descend.actual']?.found).toEqual(['L', 'descend.loss'])
  })

  test.each(builtIn)('$slug: names alone, of the file and of other steps, and no answer', ({ slug }) => {
    const view = lesson(slug)
    const steps = stepsOf(view)
    const stated = view.nodes.filter(({ values }) => values !== null).map(({ name }) => name)
    if (view.upstream) stated.push(`dL/d${view.upstream.node}`)
    for (const { id, kind, about } of steps) {
      // Where to look for the mistake is the question itself, and a question in words is about no line.
      expect(Object.keys(about ?? {})).toEqual(
        kind === 'find' || kind === 'choice' ? [] : ['lines', 'given', 'found'],
      )
      const nodes = view.nodes.map(({ name }) => name)
      for (const line of about?.lines ?? []) expect(nodes).toContain(line)
      // What is counted may be too large to have numbers.
      for (const name of about?.given ?? []) expect(id.startsWith('count ') ? nodes : stated).toContain(name)
      const shown = view.flow.flatMap(item => (item.type === 'sheet' ? item.sheet.entries : []))
      for (const found of about?.found ?? []) {
        expect([...steps.map(step => step.id), ...shown.map(({ step }) => step)]).toContain(found)
        expect(found).not.toBe(id)
      }
    }
  })
})

const chain = 'given x = 2\nparam w = 3\nu = w * x\nv = u + 1\nloss L = v^2\n'

describe('which lines', () => {
  test('a gradient reaches as far as the next one that is asked', () => {
    expect(about(`${chain}ask dL/dw`)['dL/dw']).toEqual({
      lines: ['u', 'v', 'L'],
      given: ['w', 'x'],
      found: [],
    })
    expect(about(`${chain}ask dL/dv, dL/dw`)['dL/dw']).toEqual({
      lines: ['u', 'v'],
      given: ['w', 'x'],
      found: ['dL/dv'],
    })
  })

  test('a value has the lines of its parts that no step asks', () => {
    expect(about(`${chain}ask L`).L?.lines).toEqual(['u', 'v', 'L'])
    expect(about(`${chain}ask v, L`).L).toEqual({ lines: ['L'], given: [], found: ['v'] })
  })

  test('where a value is used twice, both ways stand there', () => {
    const told = about('param a = 2\nb = 3 * a\nloss L = a * b\nask b, dL/db, dL/da')
    expect(told['dL/da']).toEqual({ lines: ['b', 'L'], given: ['a'], found: ['b', 'dL/db'] })
  })

  test('a formula and a shape have lines without numbers', () => {
    const told = about(`${chain}ask formula dL/dw, shape u`)
    expect(told['formula dL/dw']).toEqual({ lines: ['u'], given: [], found: [] })
    expect(told['shape u']).toEqual({ lines: ['u'], given: [], found: [] })
  })

  test('later steps of a descent start from the numbers of the step before', () => {
    const told = about(`${chain}ask L, dL/dw\ndescend 1/10 steps 2`)
    expect(told['descend.step2.w']).toEqual({ lines: [], given: [], found: ['descend.w'] })
    expect(told['descend.step2.predicted']).toEqual({ lines: [], given: [], found: [] })
    expect(told['descend.step2.actual']?.found).toEqual(['descend.loss', 'descend.step2.loss'])
  })
})

test('[G11] in a trace, what stands at a step does not tell which ones are spoiled', () => {
  const file =
    'given x = [[1], [2]]\nparam W = [[1, -2], [3, 1]]\nz = W @ x\nh = relu(z)\nloss L = sum((h - 1)^2)\nask z, h, L, dL/dh, dL/dz\n'
  const told = (trace: string) => {
    const { exercise } = keyOf(file + trace)
    return exercise.shown.map(plan => [plan.id, aboutOf(exercise, plan)])
  }
  const early = told('trace relu-as-abs at h')
  expect(early).toContainEqual(['dL/dz', { lines: ['h'], given: [], found: ['z', 'h', 'dL/dh'] }])
  expect(told('trace mask-omitted at dL/dz')).toEqual(early)
  expect(about(`${file}trace mask-omitted at dL/dz`)['find.step']).toBeUndefined()
})
