import fc from 'fast-check'
import { expect, test } from 'vitest'
import { showRational } from '@/lib/exact/rational'
import type { Key } from '@/lib/exercise'
import { gradeStep } from '@/lib/grading'
import { mistakeIds } from '@/lib/network'
import { takesLong } from '../../../takes-long'
import { keyOf } from '../solve'
import { type Answer, answersOf, same } from './brute'
import { lint } from './linted'

takesLong()

/** Small exercises; each `?` is a number. */
const forms = [
  'given G = [[?, ?], [?, ?]]\nparam A = [[?, ?], [?, ?]]\nparam B = [[?, ?], [?, ?]]\nC = A @ B\nupstream dL/dC = G\nask C, dL/dA[1,2], dL/dA, dL/dB',
  'given x = ?\nparam w = ?\nparam b = ?\nz = w * x + b\nh = relu(z)\nloss L = (h - 3)^2\nask L, dL/dz, dL/dw, dL/db',
  'given x = [[?], [?]]\nparam W = [[?, ?], [?, ?]]\nparam v = [[?, ?]]\nz = W @ x\nh = relu(z)\nloss L = sum(v @ h)\nask L, dL/dW',
  'given x = [[?, ?], [?, ?], [?, ?]]\nparam b = [?, ?]\nz = x + b\nloss L = mean(z^2)\nask dL/dz, dL/db\ndescend ?',
  'given c = ?\ngiven k = ?\nparam x = ?\nu = x^2 + c\nv = k * x\ny = u * v\nupstream dL/dy = ?\nask y, dL/du, dL/dx',
] as const

const exercise = fc
  .tuple(
    fc.constantFrom(...forms),
    fc.array(fc.constantFrom(-3, -2, -1, 1, 2, 3), { minLength: 12, maxLength: 12 }),
  )
  .map(([form, numbers]) => filled(form, numbers))

function filled(form: string, numbers: readonly (number | string)[]): { form: string; source: string } {
  let nth = 0
  return { form, source: form.replace(/\?/g, () => String(numbers[nth++ % numbers.length])) }
}

const order: readonly string[] = mistakeIds

/** Whether the two (the right answer: null) differ on some of many other numbers, drawn here and not by the linter. */
function differ(form: string, step: string, a: Answer, b: Answer | null): boolean {
  const met = others(form).flatMap(key => {
    const { right, answers } = known(key, step)
    const [one, other] = [a, b].map(of => answers.find(({ name }) => name === of?.name)?.cells)
    const theirs = b === null ? right : other
    return one === undefined || theirs === undefined ? [] : [same(one, theirs)]
  })
  return met.includes(false)
}

const kept = new Map<string, Key[]>()
/** Large integers, and sevenths near 0: what shows for small numbers alone shows there. */
function others(form: string): Key[] {
  const twelve = (number: fc.Arbitrary<string>) =>
    fc.sample(fc.array(number, { minLength: 12, maxLength: 12 }), { numRuns: 20, seed: 7 })
  const large = fc.integer({ min: -399, max: 399 }).filter(n => Math.abs(n) > 1)
  const sevenths = fc.integer({ min: -25, max: 25 }).filter(n => n % 7 !== 0)
  const made =
    kept.get(form) ??
    [...twelve(large.map(String)), ...twelve(sevenths.map(n => `${n}/7`))].map(numbers =>
      keyOf(filled(form, numbers).source),
    )
  kept.set(form, made)
  return made
}

const answers = new WeakMap<Key, Map<string, ReturnType<typeof answersOf>>>()
function known(key: Key, step: string): ReturnType<typeof answersOf> {
  const steps = answers.get(key) ?? new Map<string, ReturnType<typeof answersOf>>()
  answers.set(key, steps)
  const made = steps.get(step) ?? answersOf(key, step)
  steps.set(step, made)
  return made
}

test('what is told is just what a comparison of all pairs finds, on small exercises', () => {
  fc.assert(
    fc.property(exercise, ({ form, source }) => {
      const key = keyOf(source)
      // Where a 0 leaves ways out (nothing is divided by it), ways on other numbers are not the same ones.
      const generic = others(form).slice(0, 1)
      for (const { id } of key.steps) {
        const names = (of: Key) => known(of, id).answers.map(({ name }) => name)
        for (const other of generic) fc.pre(names(key).join() === names(other).join())
      }
      const told = lintedOnly(source)
      const found = new Set<string>()
      for (const { id: step } of key.steps) {
        const { right, answers } = answersOf(key, step)
        for (const [nth, a] of answers.entries()) {
          if (same(a.cells, right)) {
            if (differ(form, step, a, null)) found.add(`${step} ${a.mistake} right`)
            continue
          }
          for (const b of answers.slice(nth + 1)) {
            if (a.mistake === b.mistake || !same(a.cells, b.cells) || !differ(form, step, a, b)) continue
            const pair = [a.mistake, b.mistake].sort((x, y) => order.indexOf(x) - order.indexOf(y))
            found.add(`${step} ${pair.join(' ')}`)
          }
        }
      }
      expect([...told].sort(), source).toEqual([...found].sort())
    }),
    { numRuns: 40 },
  )
}, 120_000)

test('[G6] typed, the answer of a collision is right, or has the names of both mistakes', () => {
  fc.assert(
    fc.property(exercise, ({ source }) => {
      const key = keyOf(source)
      for (const name of lintedOnly(source)) {
        const [step = '', mistake, met] = name.split(' ')
        const { answers } = answersOf(key, step)
        const typed = (cells: Answer['cells']) =>
          gradeStep(key, step, cells.map(showRational), new Map()).verdict
        const both = answers.filter(one => one.mistake === mistake)
        if (met === 'right') {
          expect(
            both.map(({ cells }) => typed(cells).verdict),
            name,
          ).toContain('right')
          continue
        }
        expect(
          both.some(({ cells }) => {
            const { mistakes } = typed(cells)
            return mistakes.includes(mistake ?? '') && mistakes.includes(met ?? '')
          }),
          `${source}\n${name}`,
        ).toBe(true)
      }
    }),
    { numRuns: 40 },
  )
}, 120_000)

function lintedOnly(source: string): Set<string> {
  return new Set(
    lint(source, false).collisions.map(({ step, mistake, with: met }) => `${step} ${mistake} ${met}`),
  )
}
