import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Graded } from '@/lib/grading/graded'
import { rootErrors } from '@/lib/grading/roots'
import type { MistakeId } from '@/lib/network'

/** Wrong steps `s0`, `s1`, …, each with the quantities at which one and the same mistake would explain it. */
function wrongAt(...steps: string[][]): Map<string, Graded> {
  return new Map(steps.map((nodes, nth) => [`s${nth}`, wrong(nodes.map(node => ['no-two', node]))]))
}

function wrong(labels: [MistakeId, string][], mend: string[] = []): Graded {
  const mistakes = [...new Set(labels.map(([mistake]) => mistake))]
  return {
    verdict: { verdict: 'wrong', cells: [], mistakes, sentences: [] },
    follows: [],
    mend,
    labels: labels.map(([mistake, node]) => ({ mistake, node })),
  }
}

/** Where the mistakes were made, and which steps each explains. */
function found(graded: ReadonlyMap<string, Graded>) {
  return rootErrors(graded).map(root => [root.kind === 'mistake' ? root.node : null, ...root.steps])
}

/** `most` explains four steps and leaves one to each of the others, which explain all six together. */
const trap = [['most', 'left'], ['most', 'left'], ['left'], ['most', 'right'], ['most', 'right'], ['right']]

describe('[G7] a root error', () => {
  test('is a pair of mistake and quantity: another mistake there is another error', () => {
    const graded = new Map([
      ['s0', wrong([['no-two', 'dL/dz']])],
      ['s1', wrong([['residual-flip', 'dL/dz']])],
      ['s2', wrong([['no-two', 'dL/dz']])],
      ['s3', wrong([['no-two', 'dL/dh']])],
    ])
    expect(rootErrors(graded)).toEqual([
      { kind: 'mistake', mistake: 'no-two', node: 'dL/dz', steps: ['s0', 's2'] },
      { kind: 'mistake', mistake: 'residual-flip', node: 'dL/dz', steps: ['s1'] },
      { kind: 'mistake', mistake: 'no-two', node: 'dL/dh', steps: ['s3'] },
    ])
  })

  test('may be a step that nothing explains, beside others that are explained', () => {
    expect(rootErrors(wrongAt(['a'], [], ['a', 'b'], []))).toEqual([
      { kind: 'mistake', mistake: 'no-two', node: 'a', steps: ['s0', 's2'] },
      { kind: 'unexplained', steps: ['s1'] },
      { kind: 'unexplained', steps: ['s3'] },
    ])
  })

  test('is none of a step that is right or follows, nor of one that waits for another to be mended', () => {
    const passed = (verdict: 'right' | 'follows' | 'invalid'): Graded => ({
      ...wrong([]),
      verdict: { verdict, cells: [], mistakes: [], sentences: [] },
    })
    const graded = new Map([
      ['s0', passed('right')],
      ['s1', passed('follows')],
      ['s2', passed('invalid')],
      ['s3', wrong([], ['s1'])],
    ])
    expect(rootErrors(graded)).toEqual([])
  })
})

describe('[G7] the fewest errors', () => {
  test('are found where taking what explains most at once would need one more', () => {
    expect(found(wrongAt(...trap))).toEqual([
      ['left', 's0', 's1', 's2'],
      ['right', 's3', 's4', 's5'],
    ])
  })

  test('do not suffer from a step that nothing explains', () => {
    const graded = wrongAt(['b'], ['a', 'b'], [], ['a', 'c'], ['a', 'b'], ['a', 'c'], ['c'])
    expect(found(graded)).toEqual([
      ['b', 's0', 's1', 's4'],
      ['c', 's3', 's5', 's6'],
      [null, 's2'],
    ])
  })

  test('of equally short explanations the first is taken, in the order of the steps', () => {
    expect(found(wrongAt(['a', 'b'], ['b', 'a']))).toEqual([['a', 's0', 's1']])
    expect(found(wrongAt(['b', 'a'], ['a', 'b']))).toEqual([['b', 's0', 's1']])
    expect(found(wrongAt(['a', 'b'], ['c', 'd']))).toEqual([
      ['a', 's0'],
      ['c', 's1'],
    ])
  })

  test('are as few as the best of all sets of pairs, and explain every step', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    const sets = Array.from({ length: 2 ** names.length }, (_, bits) =>
      names.filter((_name, nth) => (bits >> nth) % 2 === 1),
    )
    const step = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 9 }), steps => {
        const explaining = sets.filter(set => steps.every(nodes => nodes.some(node => set.includes(node))))
        const roots = rootErrors(wrongAt(...steps))
        expect(roots.length).toBe(Math.min(...explaining.map(set => set.length)))
        const explained = new Set(roots.flatMap(root => root.steps))
        expect(explained.size).toBe(steps.length)
        for (const root of roots) {
          const node = root.kind === 'mistake' ? root.node : ''
          expect(root.steps).toEqual(steps.flatMap((nodes, nth) => (nodes.includes(node) ? [`s${nth}`] : [])))
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('[G13] bounded', () => {
  const three = (nth: number) => [`a${nth}`, `b${nth}`, `c${nth}`]

  test('thirty steps with three pairs each and none in common: thirty errors, at once', () => {
    const graded = wrongAt(...Array.from({ length: 30 }, (_, nth) => three(nth)))
    expect(found(graded)).toEqual(Array.from({ length: 30 }, (_, nth) => [`a${nth}`, `s${nth}`]))
  })

  test('what explains most is known before the search, which would come to it last', () => {
    const shared = (nth: number) => `d${Math.floor(nth / 3)}`
    const graded = wrongAt(...Array.from({ length: 60 }, (_, nth) => [...three(nth), shared(nth)]))
    expect(found(graded)).toEqual(
      Array.from({ length: 20 }, (_, d) => [`d${d}`, `s${3 * d}`, `s${3 * d + 1}`, `s${3 * d + 2}`]),
    )
  })

  test('a step with one pair alone decides for those that it could share it with, before they are searched', () => {
    const open = Array.from({ length: 14 }, (_, nth) => three(nth))
    const forced = open.map((_, nth) => [`c${nth}`])
    const graded = wrongAt(...open, ...trap, ...forced)
    expect(rootErrors(graded).length).toBe(14 + 2)
  })
})
