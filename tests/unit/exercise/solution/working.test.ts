import temml from 'temml'
import { describe, expect, test } from 'vitest'
import { atomField } from '@/lib/exact/atoms'
import { Budget } from '@/lib/exact/budget'
import { power } from '@/lib/exact/power'
import { rational } from '@/lib/exact/rational'
import { texOf } from '@/lib/exact/tex'
import { stages } from '@/lib/exercise/solution/entries'
import { numeralsOf } from '@/lib/exercise/solution/numerals'
import { known, type Working, workings } from '@/lib/exercise/solution/working'
import { keyOf } from '../solve'

const field = workings(atomField(new Budget({ work: 1e6, digits: 400 })))
const fractions = numeralsOf(keyOf('given x = 1/2').exercise)
const decimals = numeralsOf(keyOf('given x = 0.5').exercise)
const name = (text: string) => ({ text, mathml: `<mi>${text}</mi>` })
const x = known(rational(2), name('x'))
const y = known(rational(-1, 2), name('y'))

const told = (working: Working, numerals = fractions): string =>
  stages(working, numerals, true)
    .map(({ text }) => text)
    .filter((text, nth, all) => text !== all[nth - 1])
    .join(' = ')

describe('numbers that remember how they came about', () => {
  test('sums, products, quotients, powers, with brackets where they are needed', () => {
    const { add, sub, mul, div, neg } = field
    expect(told(add(mul(x, y), y))).toBe('x*y + y = 2*(-1/2) + (-1/2) = -1 - 1/2 = -3/2')
    expect(told(sub(x, sub(x, y)))).toBe('x - (x - y) = 2 - (2 - (-1/2)) = 2 - 5/2 = -1/2')
    expect(told(mul(add(x, y), x))).toBe('(x + y)*x = (2 + (-1/2))*2 = (3/2)*2 = 3')
    expect(told(div(x, mul(x, y)))).toBe('x/(x*y) = 2/(2*(-1/2)) = 2/(-1) = -2')
    expect(told(power(field, y, 3))).toBe('y^3 = (-1/2)^3 = -1/8')
    expect(told(neg(add(x, y)), decimals)).toBe('-(x + y) = -(2 + (-0.5)) = -1.5')
  })

  test('zeros and ones that an op puts in leave no trace', () => {
    const { add, mul, zero, one } = field
    expect(told(add(zero, mul(one, x)))).toBe('x = 2')
    expect(told(mul(zero, x))).toBe('0')
  })

  test('functions beyond the rationals', () => {
    const { add, div, exp, log, sqrt, one } = field
    const e = exp(known(rational(1), name('z')))
    expect(told(div(e, add(one, e)))).toBe('exp(z)/(1 + exp(z)) = exp(1)/(1 + exp(1)) = e/(1+e)')
    expect(told(sqrt(add(x, x)))).toBe('sqrt(x + x) = sqrt(2 + 2) = sqrt(4) = 2')
    expect(told(log(x))).toBe('ln(x) = ln(2)')
    for (const working of [div(e, add(one, e)), sqrt(x), log(x)]) {
      for (const { mathml } of stages(working, fractions, true)) {
        expect(() => temml.renderToString(texOf(mathml), { throwOnError: true })).not.toThrow()
      }
    }
  })

  test('[G13] what uses itself again and again is cut, at once', () => {
    let working = x
    for (let times = 0; times < 40; times += 1) working = field.div(working, field.add(working, y))
    const shown = stages(working, fractions, true)
    expect(shown.length).toBeGreaterThan(1)
    for (const { text } of shown) expect(text.length).toBeLessThan(500)
  })
})
