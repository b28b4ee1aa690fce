import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pollOptions } from '@/lib/grading'
import { keyOf } from '../exercise/solve'
import { gradeSheet, gradeStep } from './plain'

const key = keyOf(`given x = 2
y = 3 * x
choose "One?" ["2", "b" right, "1"]
choose "All?" ["a", "b" right, "c" right, "two  words"] points 3
explain "Why?"
explain "And then?" points 2
ask y`)
const none = new Map<string, string[]>()
const verdictOf = (step: string, ...cells: string[]) => gradeStep(key, step, cells, none)

describe('choose', () => {
  test.each([
    ['choose', ['b'], 'right'],
    ['choose', [' b '], 'right'],
    // The text comes first: option 2 of the file is `b`, and `2` is the first option's own text.
    ['choose', ['2'], 'wrong'],
    ['choose', ['1'], 'wrong'],
    ['choose', ['3'], 'wrong'],
    ['choose', ['b', '2'], 'wrong'],
    ['choose2', ['b', 'c'], 'right'],
    ['choose2', ['c', 'b'], 'right'],
    ['choose2', ['3', '2'], 'right'],
    ['choose2', ['c', 'b', 'c'], 'right'],
    ['choose2', ['b', 'c', ''], 'right'],
    ['choose2', ['b'], 'wrong'],
    ['choose2', ['a', 'b', 'c'], 'wrong'],
    ['choose2', ['two words'], 'wrong'],
    ['choose2', ['B', 'c'], 'invalid'],
    ['choose2', ['5'], 'invalid'],
    ['choose2', ['0'], 'invalid'],
    ['choose2', [''], 'invalid'],
    ['choose2', ['b', 'd'], 'invalid'],
  ])('%s answered by %j is %s', (step, cells, verdict) => {
    const { verdict: graded, follows, labels, mend } = verdictOf(step, ...cells)
    expect(graded).toMatchObject({ verdict, mistakes: [], cells: [{ verdict }] })
    expect([follows, labels, mend]).toEqual([[], [], []])
  })

  test('[G9] what is said of a wrong choice is the same whatever was chosen', () => {
    const offered = ['a', 'b', 'c', 'two words']
    const said = fc.sample(fc.subarray(offered, { minLength: 1 }), 60).flatMap(cells => {
      const { verdict } = verdictOf('choose2', ...cells)
      return verdict.verdict === 'wrong' ? [verdict.message] : []
    })
    expect(new Set(said)).toEqual(new Set(['Not yet. Each answer counts: go through all of them again.']))
    expect(verdictOf('choose', '1').verdict.message).toBe('Not that one. Read the question once more.')
  })

  test('all or nothing: right just where the set is', () => {
    fc.assert(
      fc.property(fc.subarray(['a', 'b', 'c', 'two words'], { minLength: 1 }), cells => {
        const right = cells.length === 2 && cells.includes('b') && cells.includes('c')
        expect(verdictOf('choose2', ...cells).verdict.verdict).toBe(right ? 'right' : 'wrong')
      }),
    )
  })

  test('no text whatever makes it stumble', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), cells => {
        expect(['right', 'wrong', 'invalid']).toContain(verdictOf('choose', ...cells).verdict.verdict)
      }),
    )
  })
})

describe('explain', () => {
  test('is answered, and no cell of it is graded', () => {
    expect(verdictOf('explain', 'Because its input\nis negative.').verdict).toEqual({
      verdict: 'answered',
      cells: [{ verdict: 'answered', reason: null, message: null }],
      mistakes: [],
      message: 'Handed in. Your teacher reads it.',
    })
  })

  test('[G2] nothing, and too much, is not taken', () => {
    expect(verdictOf('explain', ' \n ').verdict).toMatchObject({
      verdict: 'invalid',
      message: 'Not checked, no attempt spent. Write something first.',
    })
    expect(verdictOf('explain', '🙂'.repeat(2000)).verdict.verdict).toBe('answered')
    expect(verdictOf('explain', 'a'.repeat(2001)).verdict.message).toBe(
      'Not checked, no attempt spent. At most 2,000 characters: this has 2,001.',
    )
  })
})

describe('a sheet', () => {
  test('takes a string or an array of them, and counts all of the points or none', () => {
    const outcome = gradeSheet(key, {
      choose: 'b',
      choose2: ['c', '2'],
      explain: 'Because.',
      explain2: 'Then.',
      y: '6',
    })
    expect(outcome).toMatchObject({
      ok: true,
      report: {
        score: '5',
        outOf: '7',
        steps: {
          choose: { verdict: 'right', cells: { verdict: 'right' } },
          choose2: { verdict: 'right', cells: { verdict: 'right' } },
          explain: { verdict: 'answered', cells: { verdict: 'answered', reason: null }, mistakes: [] },
          explain2: { verdict: 'answered' },
        },
      },
    })
    expect(gradeSheet(key, { choose2: ['b'] })).toMatchObject({ report: { score: '0' } })
  })

  test.each([[[]], [[['b']]], [3], [null], [{}]])('%j is no answer to a choice', answer => {
    expect(gradeSheet(key, { choose: answer })).toMatchObject({
      report: { steps: { choose: { verdict: 'invalid' } } },
    })
  })
})

describe('a poll about a choice', () => {
  test('offers what was chosen, each choice once, in one order', () => {
    expect(pollOptions(key, 'choose2', [['a', 'b'], ['2', 'a'], ['c'], ['nothing']], true)).toEqual([
      { cells: ['a', 'b'], from: [0, 1], right: false },
      { cells: ['c'], from: [2], right: false },
      { cells: ['b', 'c'], from: [], right: true },
    ])
    expect(pollOptions(key, 'explain', [['a'], ['b']], true)).toEqual([])
  })
})
