import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyOf } from '../exercise/solve'
import { gradeSheet, type PlainSheet } from './plain'

const key = keyOf(`
given A = [[1, 2], [3, 4]]
param W = [[1, 0], [0, 0]]
loss L = sum(W * A) - 2/3
ask dL/dW points 2, L, shape W points 0.5
`)

function report(answers: unknown): PlainSheet {
  const outcome = gradeSheet(key, answers)
  if (!outcome.ok) throw new Error(outcome.message)
  return outcome.report
}

describe('sheets', () => {
  test('[G3] a sheet is graded step by step, with nested cells and an exact score', () => {
    const {
      steps: graded,
      score,
      outOf,
    } = report({
      'dL/dW': [
        ['1', '2'],
        ['3', '5'],
      ],
      L: '1/3',
      'shape W': '2x2',
    })
    expect(graded['dL/dW']).toEqual({
      verdict: 'wrong',
      cells: [
        [
          { verdict: 'right', reason: 'rational' },
          { verdict: 'right', reason: 'rational' },
        ],
        [
          { verdict: 'right', reason: 'rational' },
          { verdict: 'wrong', reason: 'rational' },
        ],
      ],
      mistakes: [],
      message: 'Three of four. Entry (2, 2) is not there yet.',
    })
    expect(graded.L).toMatchObject({ verdict: 'right', cells: { verdict: 'right', reason: 'rational' } })
    expect(graded['shape W']).toMatchObject({
      verdict: 'right',
      cells: { verdict: 'right', reason: 'rational' },
    })
    // 2 * 3/4 + 1 + 1/2
    expect([score, outOf]).toEqual(['3', '7/2'])
  })

  test('a step left out is not graded, and counts in outOf', () => {
    expect(report({ L: '1/3' })).toMatchObject({ score: '1', outOf: '7/2' })
    expect(Object.keys(report({ L: '1/3' }).steps)).toEqual(['L'])
    expect(report({})).toEqual({ steps: {}, score: '0', outOf: '7/2' })
  })

  test.each([
    [{ 'dL/dW': ['1', '2', '3', '4'] }],
    [{ 'dL/dW': [['1', '2'], ['3']] }],
    [
      {
        'dL/dW': [
          ['1', '2'],
          ['3', 4],
        ],
      },
    ],
    [
      {
        'dL/dW': [
          ['1', '2'],
          ['3', ['4']],
        ],
      },
    ],
    [{ 'dL/dW': '1' }],
    [{ 'dL/dW': null }],
    [{ 'dL/dW': { 0: ['1', '2'], 1: ['3', '4'], length: 2 } }],
  ])('[G2] a tensor of another shape or of other things is invalid: %j', answers => {
    const { steps: graded, score } = report(answers)
    expect(graded['dL/dW']).toEqual({
      verdict: 'invalid',
      cells: Array(2).fill(Array(2).fill({ verdict: 'invalid', reason: null })),
      mistakes: [],
      message: 'Not checked. Expected 2x2 nested arrays of strings.',
    })
    expect(score).toBe('0')
  })

  test('an invalid step scores nothing, whatever its other cells hold', () => {
    expect(
      report({
        'dL/dW': [
          ['1', '2'],
          ['3', ''],
        ],
      }).score,
    ).toBe('0')
    expect(report({ L: ['1/3'] }).steps.L?.message).toBe('Not checked. Expected one string.')
  })

  test.each([[null], [[]], ['x'], [3]])('not a sheet: %j', answers => {
    const message = 'expected an object that maps step ids to tensors of strings'
    expect(gradeSheet(key, answers)).toEqual({ ok: false, message })
  })

  test.each([
    [{ nope: '1' }, '"nope"'],
    [JSON.parse('{"__proto__": "1"}'), '"__proto__"'],
    [{ constructor: '1' }, '"constructor"'],
    [{ L: '1/3', 'dL/d\n': '1' }, '"dL/d\\n"'],
  ])('not a sheet of this exercise: %j', (answers, id) => {
    expect(gradeSheet(key, answers)).toEqual({ ok: false, message: `the exercise has no step ${id}` })
  })

  test('any JSON gets an answer', () => {
    const ids = fc.constantFrom('dL/dW', 'L', 'shape W')
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(ids, fc.jsonValue({ maxDepth: 4 }))), answers => {
        expect(typeof gradeSheet(key, answers).ok).toBe('boolean')
      }),
    )
  })

  test('a sheet nested a hundred thousand deep is looked at no deeper than its step', () => {
    let deep: unknown = '1'
    for (let i = 0; i < 100_000; i += 1) deep = [deep]
    expect(report({ L: deep, 'dL/dW': [deep, deep] }).score).toBe('0')
  })
})
