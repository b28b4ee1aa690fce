import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aroundRows, classLayout, least, rowHigh } from '@/components/projector/class-layout'
import { arrangementOf } from '@/components/projector/poll-layout'
import type { ProjectedPoll } from '@/lib/protocol/projector'

test('whatever the class, its rows have room at the least size, and everybody has a row or is counted', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 600 }),
      fc.integer({ min: 1, max: 60 }),
      fc.boolean(),
      (students, steps, half) => {
        const { blocks, rows, every, most } = classLayout(students, steps, half)
        expect((rows + aroundRows) * rowHigh * least).toBeLessThanOrEqual(45)
        expect(blocks).toBeGreaterThan(0)
        expect(rows * blocks).toBeGreaterThanOrEqual(Math.min(students, 20))
        expect(every).toBeGreaterThan(0)
        // Above the least size, which the back row needs, type grows only as far as the heads have room.
        const wide = (half ? 43.5 : 90) / most
        const column = ((wide - 1.4 * (blocks - 1)) / blocks - 7.8) / steps
        if (most > least) expect(column * every).toBeGreaterThan(2.59)
        expect(most).toBeGreaterThanOrEqual(least)
        // A block beside others is never empty.
        if (blocks > 1) expect((blocks - 1) * rows).toBeLessThan(students)
      },
    ),
  )
})

test('a class of 24 at twelve steps stands whole beside something, one of 48 on the whole wall, with a head at every step', () => {
  expect(classLayout(24, 12, true)).toMatchObject({ blocks: 1, rows: 24, every: 1 })
  expect(classLayout(48, 12, false)).toMatchObject({ blocks: 2, rows: 24, every: 1 })
})

const poll = (shape: number[], ...options: string[][]): ProjectedPoll => ({
  step: {
    id: 'z',
    kind: 'value',
    shape,
    mathml: '<math></math>',
    title: 'z',
    remark: null,
    node: null,
    points: 1,
    acceptance: null,
    names: null,
  },
  symbols: [],
  question: 'Which?',
  options: options.map(cells => ({ cells })),
  phase: 'vote',
  voted: 0,
  of: 1,
  percent: false,
  votes: null,
  right: null,
})

test('numbers stand one below the other, matrices side by side where that is larger; all can be read', () => {
  const numbers = arrangementOf(poll([], ['1'], ['2'], ['-0.5']), false)
  expect(numbers).toEqual({ columns: 1, size: 2, readable: true })
  const matrix = Array.from({ length: 9 }, (_, at) => `-${at}.25`)
  const matrices = arrangementOf(poll([3, 3], matrix, matrix, matrix), false)
  expect(matrices.columns).toBe(3)
  expect(matrices.size).toBeGreaterThanOrEqual(1.2)
  // As many as a poll has, in two rows.
  const five = arrangementOf(poll([3, 3], matrix, matrix, matrix, matrix, matrix), false)
  expect(five.columns).toBe(3)
  expect(five.size).toBeGreaterThanOrEqual(1.2)
})

test('what cannot be read from the back row is left to the desks', () => {
  const shape = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }))
  fc.assert(
    fc.property(shape, fc.integer({ min: 2, max: 5 }), fc.boolean(), ([rows, columns], count, half) => {
      const cells = Array.from({ length: rows * columns }, () => '-0.25')
      const options = Array.from({ length: count }, () => cells)
      const { readable, size } = arrangementOf(poll([rows, columns], ...options), half)
      expect(readable).toBe(size >= 1.2)
    }),
  )
  const large = Array.from({ length: 64 }, () => '-0.25')
  expect(arrangementOf(poll([8, 8], large, large, large), false).readable).toBe(false)
})
