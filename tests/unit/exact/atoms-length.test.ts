import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { exactText, isElement } from '@/lib/exact/atoms'
import { unveiled } from '@/lib/exact/atoms/decisions'
import { isSurelyLonger } from '@/lib/exact/atoms/length'
import { takesLong } from '../../takes-long'
import { keyOf } from '../exercise/solve'

takesLong()

const folder = 'tests/fixtures/cases/reach'
const sources = [
  ...readdirSync(folder).map(file => readFileSync(`${folder}/${file}`, 'utf8')),
  'given x = [1/2, ln(3), sqrt(6)]\ny = softmax(x)\nz = exp(y) / (1 + 2 * exp(y)) + tanh(y)\nw = log(1 + y)\nv = sin(y) * pi',
]

test('what has a text is never said to be longer than it', () => {
  let compared = 0
  for (const source of sources) {
    for (const { data } of keyOf(source).values.values()) {
      for (const value of data) {
        const text = exactText(value)
        const form = isElement(value) ? unveiled(value) : null
        if (text === null || form === null) continue
        expect(isSurelyLonger(form, text.length), text).toBe(false)
        compared += 1
      }
    }
  }
  expect(compared).toBeGreaterThan(20)
})

test('exponentials in one another are too long at once, however deep they are', () => {
  const nested = `x = 1\ny = ${'sigmoid('.repeat(40)}x${')'.repeat(40)}\nask y`
  const [step] = keyOf(`given ${nested}`).steps
  expect(step?.acceptance).toEqual({ kind: 'figures', figures: 4 })
})
