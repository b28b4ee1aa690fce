import temml from 'temml'
import { expect } from 'vitest'
import { spellScalar } from '@/lib/exact/atoms'
import { nest, showShape } from '@/lib/exact/tensor'
import { isTensorStep, type Key, workedInWords, workedSolution } from '@/lib/exercise'
import { WorkedSolution } from '@/lib/protocol/solution'
import { sentenceOf } from '@/lib/words/sentence'
import { compute, floats, show } from './calculator'
import { inFloats } from './float-calculator'

/** Holds a whole worked solution against the calculator and the key; says how many equations were computed. */
export function prove(key: Key): number {
  const solution = workedSolution(key).map(step => workedInWords(step, sentenceOf))
  expect(() => WorkedSolution.parse(JSON.parse(JSON.stringify(solution)))).not.toThrow()
  expect(solution.map(({ step }) => step)).toEqual(key.steps.map(({ id }) => id))
  let equations = 0
  for (const [nth, { step, lines }] of solution.entries()) {
    for (const { text, tex, mathml } of lines) {
      const pieces = text.split(/ [=≈] /).filter(piece => !/^\d+(x\d+)+$/.test(piece))
      const values = pieces.flatMap(piece => {
        const value = compute(piece)
        return value === null ? [] : [value]
      })
      const numbers = pieces.flatMap(piece => {
        const found = numbersOf(piece)
        return found === null ? [] : [found]
      })
      if (text.includes(' ≈ ')) expectNear(numbers, `${step}: ${text}`)
      else {
        expect(new Set(values.map(show)).size, `${step}: ${text}`).toBeLessThanOrEqual(1)
        expectSame(numbers, `${step}: ${text}`)
      }
      if (numbers.length > 1) equations += 1
      expect(() => temml.renderToString(tex, { throwOnError: true }), tex).not.toThrow()
      expect(mathml).toMatch(/^<math>.*<\/math>$/)
    }
    const found = key.steps[nth]!
    const last =
      lines
        .at(-1)
        ?.text.split(/ [=≈] /)
        .at(-1) ?? ''
    if (found.kind === 'shape') expect(last).toBe(showShape(found.answer))
    else if (isTensorStep(found)) {
      const { answer } = found
      const right = JSON.stringify(nest({ ...answer, data: answer.data.map(spellScalar) }))
      const spelt = right.replaceAll(/["~]/g, '')
      const exact = compute(spelt)
      if (lines.at(-1)?.text.includes(' ≈ ')) expectNear([numbersOf(last)!, numbersOf(spelt)!], step)
      else if (exact === null) expectSame([numbersOf(last)!, numbersOf(spelt)!], step)
      else expect(show(compute(last)!), step).toBe(show(exact))
    }
  }
  return equations
}

/** The numbers of a text in their order, in floating point; null of a text that holds a name of the exercise. */
function numbersOf(text: string): number[] | null {
  const exact = compute(text)
  return exact === null ? inFloats(text) : floats(exact)
}

/** Rounded numbers, carried to six places or three figures: all pieces of a line agree as far as that goes. */
function expectNear(values: readonly (readonly number[])[], where: string): void {
  expectWithin(values, where, 0.02, 1e-4)
}

/** What is exact and was computed in floats. */
function expectSame(values: readonly (readonly number[])[], where: string): void {
  expectWithin(values, where, 1e-9, 1e-9)
}

function expectWithin(
  [first, ...others]: readonly (readonly number[])[],
  where: string,
  relative: number,
  absolute: number,
): void {
  for (const other of others) {
    expect(other.length, where).toBe(first?.length)
    for (const [at, value] of other.entries()) {
      expect(Math.abs(value - first![at]!), where).toBeLessThan(relative * Math.abs(value) + absolute)
    }
  }
}
