import fc from 'fast-check'
import { expect, test } from 'vitest'
import { takesLong } from '../../takes-long'
import { keyOf } from '../exercise/solve'
import { gradeStep } from './plain'

takesLong()

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z))

/** A number as a pocket calculator shows it, to so many significant figures; null where a half is too near to tell. */
function shown(value: number, figures: number): string | null {
  const exponent = Math.floor(Math.log10(Math.abs(value)))
  const scaled = Math.abs(value) / 10 ** (exponent - figures + 1)
  if (Math.abs((scaled % 1) - 0.5) < 1e-6) return null
  return Number(value.toPrecision(figures)).toFixed(Math.max(0, figures - 1 - exponent))
}

const tenth = (most: number) => fc.integer({ min: -most, max: most }).filter(n => n !== 0)

/** One hidden layer of two sigmoids by floats, each number taken up again as it was written down. */
const network = fc.record({
  w: fc.array(tenth(9), { minLength: 4, maxLength: 4 }),
  v: fc.array(tenth(9), { minLength: 2, maxLength: 2 }),
  x: fc.array(tenth(9), { minLength: 2, maxLength: 2 }),
  figures: fc.integer({ min: 3, max: 4 }),
  /** Whether the slope of the sigmoid is taken from its own rounded output. */
  byOutput: fc.boolean(),
})

test('who rounds a network of sigmoids as it goes, by figures, is right at every step', () => {
  let going = 0
  fc.assert(
    fc.property(network, ({ w, v, x, figures, byOutput }) => {
      const tenths = (numbers: readonly number[]) => numbers.map(n => `${n}/10`).join(', ')
      const key = keyOf(`given x = [${tenths(x)}]
param W = [[${tenths(w.slice(0, 2))}], [${tenths(w.slice(2))}]]
param v = [${tenths(v)}]
z = W @ x
h = sigmoid(z)
o = v @ h
loss L = (o - 2)^2
accept rounded ${figures} sf
ask z exact, h, o, L, dL/do, dL/dv, dL/dh, dL/dz, dL/dW`)
      const earlier = new Map<string, string[]>()
      /** Writes the numbers down and goes on with them; null where one is 0 or cannot be told. */
      const step = (id: string, values: readonly number[]): number[] | null => {
        if (values.some(value => Math.abs(value) < 1e-9)) return null
        const typed = values.map(value => shown(value, figures))
        if (typed.includes(null)) return null
        const cells = typed.map(text => text ?? '')
        const { verdict, follows } = gradeStep(key, id, cells, earlier)
        expect(verdict.verdict, `${id} ${cells} after ${JSON.stringify([...earlier])}`).toBe('right')
        if (follows.length > 0) going += 1
        earlier.set(id, cells)
        return cells.map(Number)
      }
      const [X, V] = [x, v].map(numbers => numbers.map(n => n / 10)) as [number[], number[]]
      const row = (at: number) => (w[2 * at]! * x[0]! + w[2 * at + 1]! * x[1]!) / 100
      const z = [row(0), row(1)]
      earlier.set(
        'z',
        z.map(value => `${Math.round(value * 100)}/100`),
      )
      const h = step('h', z.map(sigmoid))
      const o = h && step('o', [V[0]! * h[0]! + V[1]! * h[1]!])
      if (!h || !o) return
      const error = step('dL/do', [2 * (o[0]! - 2)])
      step('L', [(o[0]! - 2) ** 2])
      const g = error?.[0]
      if (g === undefined) return
      step(
        'dL/dv',
        h.map(value => g * value),
      )
      const dh = step(
        'dL/dh',
        V.map(value => g * value),
      )
      const dz =
        dh &&
        step(
          'dL/dz',
          dh.map((slope, at) => {
            const output = byOutput ? h[at]! : sigmoid(z[at]!)
            return slope * output * (1 - output)
          }),
        )
      if (dz) step('dL/dW', [dz[0]! * X[0]!, dz[0]! * X[1]!, dz[1]! * X[0]!, dz[1]! * X[1]!])
    }),
    { numRuns: 25 },
  )
  expect(going).toBeGreaterThan(10)
})
