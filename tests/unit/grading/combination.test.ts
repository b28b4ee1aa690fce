import { describe, expect, test } from 'vitest'
import type { Key } from '@/lib/exercise'
import { keyOf } from '../exercise/solve'
import { gradeStep } from './plain'

function grade(key: Key, step: string, cell: string, earlier: Record<string, string[]>) {
  const { verdict, follows } = gradeStep(key, step, [cell], new Map(Object.entries(earlier)))
  return { verdict: verdict.verdict, follows }
}

/** `count` quantities u0 = 6, u1 = 8, …, and s, their sum. */
function sumOf(count: number): { key: Key; right: number[]; total: number } {
  const nths = Array.from({ length: count }, (_, nth) => nth)
  const names = nths.map(nth => `u${nth}`)
  const lines = nths.map(nth => `u${nth} = ${nth + 3} * x`)
  const right = nths.map(nth => 2 * (nth + 3))
  const source = ['given x = 2', ...lines, `s = ${names.join(' + ')}`, `ask ${names.join(', ')}, s`]
  return { key: keyOf(source.join('\n')), right, total: right.reduce((sum, value) => sum + value) }
}

/** Answers that are off by 1, 10, 100, … where `off` says so. */
function answers(right: number[], off: (nth: number) => boolean): Record<string, string[]> {
  return Object.fromEntries(
    right.map((value, nth) => [`u${nth}`, [String(off(nth) ? value + 10 ** nth : value)]]),
  )
}

describe('[G4] the combinations that are tried', () => {
  test('are sixty-four: the last of them still counts, the next one no more', () => {
    const { key, right, total } = sumOf(9)
    const earlier = answers(right, () => true)
    // 9 alone, 36 pairs, and of the triples 7 with u0 and u1, 6 with u0 and u2, 5 with u0 and u3: then u0, u4, u5.
    const triple = (a: number, b: number, c: number) => String(total + 10 ** a + 10 ** b + 10 ** c)
    expect(grade(key, 's', triple(0, 3, 8), earlier).follows).toEqual(['u0', 'u3', 'u8'])
    expect(grade(key, 's', triple(0, 4, 5), earlier).follows).toEqual(['u0', 'u4', 'u5'])
    expect(grade(key, 's', triple(0, 4, 6), earlier).verdict).toBe('wrong')
  })

  test('are of wrong answers only: any number of right ones beside them costs nothing', () => {
    const { key, right, total } = sumOf(14)
    const earlier = answers(right, nth => nth > 10)
    expect(grade(key, 's', String(total + 10 ** 12 + 10 ** 13), earlier).follows).toEqual(['u12', 'u13'])
    expect(grade(key, 's', String(total + 10 ** 11 + 10 ** 12 + 10 ** 13), earlier).follows).toEqual([
      'u11',
      'u12',
      'u13',
    ])
  })
})

describe('[G13] a combination without a value is dropped', () => {
  test('a division by an answer of nought', () => {
    const ratio = keyOf('given x = 4\nu = x - 2\nv = x + 2\ny = v / u\nask u, v, y')
    // The true y is 3; from v = 8 it is 4.
    expect(grade(ratio, 'y', '5', { u: ['0'] })).toEqual({ verdict: 'wrong', follows: [] })
    expect(grade(ratio, 'y', '4', { u: ['0'], v: ['8'] })).toEqual({ verdict: 'follows', follows: ['v'] })
  })

  test('a logarithm of a negative answer', () => {
    const logarithm = keyOf('given x = 4\nu = x - 2\nv = 3 * x\ny = v * log(u)\nask u, v, y')
    expect(grade(logarithm, 'y', '7', { u: ['-2'] })).toEqual({ verdict: 'wrong', follows: [] })
    expect(grade(logarithm, 'y', '11*log(2)', { u: ['-2'], v: ['11'] }).follows).toEqual(['v'])
  })
})
