import temml from 'temml'
import { expect } from 'vitest'
import { spellScalar } from '@/lib/exact/atoms'
import { nest, showShape, type Tensor } from '@/lib/exact/tensor'
import { type Key, workedInWords, workedSolution } from '@/lib/exercise'
import { WorkedSolution } from '@/lib/protocol/solution'
import { sentenceOf } from '@/lib/words/sentence'
import { type Computed, compute, floats, show } from './calculator'

/** Holds a whole worked solution against the calculator and the key; says how many equations were computed. */
export function prove(key: Key): number {
  const solution = workedSolution(key).map(step => workedInWords(step, sentenceOf))
  expect(() => WorkedSolution.parse(JSON.parse(JSON.stringify(solution)))).not.toThrow()
  expect(solution.map(({ step }) => step)).toEqual(key.steps.map(({ id }) => id))
  let equations = 0
  for (const [nth, { step, lines }] of solution.entries()) {
    for (const { text, tex, mathml } of lines) {
      const values = text
        .split(/ [=≈] /)
        .filter(piece => !/^\d+(x\d+)+$/.test(piece))
        .flatMap(piece => {
          const value = compute(piece)
          return value === null ? [] : [value]
        })
      if (text.includes(' ≈ ')) expectNear(values, `${step}: ${text}`)
      else expect(new Set(values.map(show)).size, `${step}: ${text}`).toBeLessThanOrEqual(1)
      if (values.length > 1) equations += 1
      expect(() => temml.renderToString(tex, { throwOnError: true }), tex).not.toThrow()
      expect(mathml).toMatch(/^<math>.*<\/math>$/)
    }
    const { answer, kind } = key.steps[nth]!
    const last = lines
      .at(-1)!
      .text.split(/ [=≈] /)
      .at(-1)!
    if (kind === 'shape') expect(last).toBe(showShape(answer as readonly number[]))
    else {
      const right = JSON.stringify(
        nest({ ...(answer as Tensor<never>), data: (answer as Tensor<never>).data.map(spellScalar) }),
      )
      const exact = compute(right.replaceAll(/["~]/g, ''))!
      if (lines.at(-1)!.text.includes(' ≈ ')) expectNear([compute(last)!, exact], step)
      else expect(show(compute(last)!), step).toBe(show(exact))
    }
  }
  return equations
}

/** Rounded numbers, carried to six places or three figures: all pieces of a line agree as far as that goes. */
function expectNear(values: readonly Computed[], where: string): void {
  const [first, ...others] = values.map(floats)
  for (const other of others) {
    expect(other.length, where).toBe(first!.length)
    for (const [at, value] of other.entries()) {
      expect(Math.abs(value - first![at]!), where).toBeLessThan(0.02 * Math.abs(value) + 1e-4)
    }
  }
}
