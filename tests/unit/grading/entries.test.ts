import { describe, expect, test } from 'vitest'
import type { Key } from '@/lib/exercise'
import { keyOf } from '../exercise/solve'
import { gradeStep } from './plain'

/** How a student's earlier answers are used: for whole quantities, for single entries, and for both. */
function grade(
  key: Key,
  step: string,
  cells: string[],
  earlier: Record<string, string[]>,
  revealed: string[] = [],
) {
  const graded = gradeStep(key, step, cells, new Map(Object.entries(earlier)), new Set(revealed))
  const { verdict, mistakes, message } = graded.verdict
  return { verdict, mistakes, message, follows: graded.follows, mend: graded.mend }
}

// u = (10, 15), y = 3 u = (30, 45), s = 75
const pair = keyOf(`
given x = 5
u = [2 * x, 3 * x]
y = 3 * u
s = y[1] + y[2]
ask x, u[1], u[2], y, s
`)

describe('[G4] a quantity of which every entry was asked for by itself', () => {
  test('is followed entry by entry', () => {
    expect(grade(pair, 'y', ['33', '45'], { 'u[1]': ['11'], 'u[2]': ['15'] })).toMatchObject({
      verdict: 'follows',
      follows: ['u[1]'],
    })
    expect(grade(pair, 'y', ['30', '51'], { 'u[1]': ['10'], 'u[2]': ['17'] })).toMatchObject({
      verdict: 'follows',
      follows: ['u[2]'],
    })
    expect(grade(pair, 'y', ['33', '51'], { 'u[1]': ['11'], 'u[2]': ['17'] })).toMatchObject({
      verdict: 'follows',
      follows: ['u[1]', 'u[2]'],
    })
    // Each of the two may stand with the true value.
    expect(grade(pair, 'y', ['30', '51'], { 'u[1]': ['11'], 'u[2]': ['17'] }).follows).toEqual(['u[2]'])
  })

  test('stands in front of what is behind it, but not where one of them is missing', () => {
    const x = { x: ['6'] }
    expect(grade(pair, 'y', ['36', '54'], { ...x, 'u[1]': ['10'], 'u[2]': ['15'] }).verdict).toBe('wrong')
    expect(grade(pair, 'y', ['36', '54'], x).follows).toEqual(['x'])
    // The first as it was answered, the second from x.
    expect(grade(pair, 'y', ['30', '54'], { ...x, 'u[1]': ['10'] })).toMatchObject({
      verdict: 'follows',
      follows: ['x'],
    })
    expect(grade(pair, 'y', ['36', '51'], { ...x, 'u[2]': ['17'] })).toMatchObject({
      verdict: 'follows',
      follows: ['x', 'u[2]'],
    })
  })

  test('[G6] stands also in front of an answer from which it would have no value', () => {
    const ratio = keyOf('given x = 5\nu = [10 / x, 3 * x]\ny = 3 * u\nask x, u[1], u[2], y')
    // y = (12, 45), its entries changed round.
    const own = { x: ['0'], 'u[1]': ['4'], 'u[2]': ['15'] }
    expect(grade(ratio, 'y', ['45', '12'], own).mistakes).toEqual(['row-col-swap'])
  })

  test('[G6] is what a named mistake starts from', () => {
    // y = (33, 51), its entries changed round.
    expect(grade(pair, 'y', ['51', '33'], { 'u[1]': ['11'], 'u[2]': ['17'] }).mistakes).toEqual([
      'row-col-swap',
    ])
    expect(grade(pair, 'y', ['45', '33'], { 'u[1]': ['11'], 'u[2]': ['15'] }).mistakes).toEqual([
      'row-col-swap',
    ])
  })
})

// y = (30, 12, 60), L = 4644, dL/dy = 2 y
const chain = keyOf(`
given x = 5
u = 2 * x
v = x + 1
y = [3 * u, 2 * v, u * v]
loss L = sum(y^2)
ask x, u, v, y[3], y, L, dL/dy
`)

describe('[G4] an answer to a single entry', () => {
  test('differs where it is not the value of that entry, be it that of another', () => {
    expect(grade(chain, 'L', [String(900 + 144 + 900)], { 'y[3]': ['30'] }).follows).toEqual(['y[3]'])
  })

  test('[G5] of nought leaves the step to be mended', () => {
    expect(grade(chain, 'L', [String(900 + 144)], { 'y[3]': ['0'] })).toMatchObject({
      verdict: 'wrong',
      mend: ['y[3]'],
    })
  })

  test('counts no more beside one to the whole', () => {
    const both = { 'y[3]': ['99'], y: ['30', '12', '61'] }
    expect(grade(chain, 'L', [String(900 + 144 + 61 ** 2)], both).follows).toEqual(['y'])
    expect(grade(chain, 'L', [String(900 + 144 + 99 ** 2)], both).verdict).toBe('wrong')
  })

  test('[G6] is what a named mistake starts from', () => {
    // r in place of 2r.
    expect(grade(chain, 'dL/dy', ['30', '12', '61'], { 'y[3]': ['61'] }).mistakes).toEqual(['no-two'])
    expect(grade(chain, 'dL/dy', ['33', '12', '61'], { 'y[3]': ['61'], u: ['11'] }).mistakes).toEqual([
      'no-two',
    ])
  })
})

describe('[G6] a mistake in a quantity of which entries were answered by themselves', () => {
  test('starts from what is behind it, not from those answers', () => {
    // y = (30, 14, 70), each entry one place up.
    const own = { v: ['7'], 'y[3]': ['99'] }
    expect(grade(chain, 'y', ['14', '70', '30'], own).mistakes).toEqual(['row-col-swap'])
    expect(grade(chain, 'y', ['14', '99', '30'], own).mistakes).toEqual([])
  })

  test('also where every entry was', () => {
    const u = keyOf('given x = 5\nu = [2 * x, 3 * x]\nask x, u[1], u[2], u')
    const own = { x: ['6'], 'u[1]': ['10'], 'u[2]': ['17'] }
    expect(grade(u, 'u', ['18', '12'], own).mistakes).toEqual(['row-col-swap'])
    expect(grade(u, 'u', ['17', '10'], own).mistakes).toEqual([])
  })
})

describe('[G5] what was revealed stands with its true value', () => {
  test('[G6] also where a mistake starts from it and from the student’s other answers', () => {
    const own = { u: ['11'], v: ['7'] }
    // y = (30, 14, 70), each entry one place up.
    expect(grade(chain, 'y', ['14', '70', '30'], own, ['u']).mistakes).toEqual(['row-col-swap'])
    expect(grade(chain, 'y', ['14', '77', '33'], own, ['u']).mistakes).toEqual([])
    expect(grade(chain, 'y', ['14', '77', '33'], own).mistakes).toEqual(['row-col-swap'])
  })

  test('[G6] of one entry alone', () => {
    const own = { u: ['11'], 'y[3]': ['99'] }
    expect(grade(chain, 'dL/dy', ['33', '12', '60'], own, ['y[3]']).mistakes).toEqual(['no-two'])
    expect(grade(chain, 'dL/dy', ['33', '12', '99'], own, ['y[3]']).mistakes).toEqual([])
  })
})

describe('[G4] what counts as not answered', () => {
  test.each([[['33', '12']], [['33', '12', '66', '1']], [['33']], [[]], [['33', '12', '']]])(
    'an answer with other cells than the step has: %j',
    y => {
      expect(grade(chain, 'L', [String(33 ** 2 + 144 + 66 ** 2)], { y }).verdict).toBe('wrong')
      expect(grade(chain, 'L', [String(33 ** 2 + 144 + 66 ** 2)], { y, u: ['11'] }).follows).toEqual(['u'])
    },
  )

  test('an answer to the step itself', () => {
    expect(grade(chain, 'u', ['11'], { u: ['11'] }).verdict).toBe('wrong')
  })
})

test('[G5] a wrong root is no 0, 1 or -1: what follows from it follows', () => {
  const root = keyOf('given x = 3\nu = sqrt(x)\ny = 5 * u\nask u, y')
  expect(grade(root, 'y', ['5*sqrt(2)'], { u: ['sqrt(2)'] })).toMatchObject({
    verdict: 'follows',
    follows: ['u'],
  })
  expect(grade(root, 'y', ['5'], { u: ['sqrt(1)'] })).toMatchObject({ verdict: 'wrong', mend: ['u'] })
})
