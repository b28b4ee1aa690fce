import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withDraws } from '@/lib/lessons/draws'
import { plainSentence } from '@/lib/words/sentence'

const exercise = `title "T" # given x = 1
given x = [[1, 2], # the first row
           [3, 4]] # the second
param w   =   -1/2   # a weight
given s : 2x2
loss L = sum(w*x)
ask dL/dw`

function drawn(draws: string, source = exercise): string {
  const read = withDraws(source, draws)
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  return read.source
}

function faults(draws: string, source = exercise): string[] {
  const read = withDraws(source, draws)
  return read.ok
    ? []
    : read.errors.map(one => `${one.of} ${one.line}:${one.column} ${plainSentence(one.message)}`)
}

describe('other numbers in an exercise', () => {
  test('values are replaced where they stand, and requirements come at the end', () => {
    expect(
      drawn('# fresh\nw = random scalar from -3..3 nonzero # never 0\nx = [[5]]\nrequire w != x[1,1] # so'),
    ).toBe(
      `title "T" # given x = 1
given x = [[5]] # the second
param w   =   random scalar from -3..3 nonzero   # a weight
given s : 2x2
loss L = sum(w*x)
ask dL/dw
require w != x[1,1]
`,
    )
  })

  test('a value of several lines is one value', () => {
    expect(drawn('w = [1,\n  2]\n', 'param w = 3\n')).toBe('param w = [1,\n  2]\n')
    expect(drawn('', exercise)).toBe(exercise)
  })

  test('what is wrong is told with its line', () => {
    expect(faults('\nv = 3')).toEqual([
      'draws 2:1 the exercise has no given or param v whose value could be drawn anew',
    ])
    expect(faults('L = 3')).toHaveLength(1)
    expect(faults('s = 3')).toHaveLength(1)
    expect(faults('w = 3\nw = 4')).toEqual(['draws 2:1 w is drawn twice'])
    expect(faults('title "No"')).toEqual(['draws 1:1 expected NAME = VALUE or require COND'])
    expect(faults('param w = 3')).toEqual(['draws 1:1 expected NAME = VALUE or require COND'])
    expect(faults('w = random 2 from')[0]).toMatch(/^draws 1:18 /)
    expect(faults('require w >')[0]).toMatch(/^draws 1:/)
    expect(faults('w = 3 §')[0]).toMatch(/^draws 1:7 /)
    expect(faults('w = 3', `${exercise}\ngiven t = (`)[0]).toMatch(/^exercise 8:11 /)
  })

  test('whatever the texts are, it ends', () => {
    const piece = fc.constantFrom(
      'w',
      'x',
      '=',
      '[',
      ']',
      '(',
      '\n',
      '"',
      '"""',
      ' ',
      '3',
      'given',
      'require',
      'random',
      '#',
      '²',
      '>',
    )
    const text = fc.array(piece, { maxLength: 20 }).map(pieces => pieces.join(' '))
    fc.assert(
      fc.property(text, text, (source, draws) => {
        const read = withDraws(source, draws)
        if (!read.ok) expect(read.errors.length).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })
})
