import { decimal } from '@/lib/exact/atoms'
import { isTensorStep } from '@/lib/exercise'
import { lessonSource } from '../../lesson-files'
import { keyOf } from '../exercise/solve'

/** A forward pass in floats: from the inputs of a network, entry by entry, to every node that is compared. `L` has one entry. */
export type Pass = (inputs: Record<string, number[]>) => Record<string, number[]>

/** The engine's answers to the steps of a built-in exercise as floats, entry by entry. */
export function floatsOf(slug: string): Record<string, number[]> {
  const { steps } = keyOf(lessonSource(slug))
  return Object.fromEntries(
    steps.flatMap(step =>
      isTensorStep(step) ? [[step.id, step.answer.data.map(value => Number(decimal(value, 15)))]] : [],
    ),
  )
}

/** The slope of L by every entry of an input, by central differences. */
export function slopes(pass: Pass, inputs: Record<string, number[]>, name: string): number[] {
  const values = inputs[name] ?? []
  const h = 1e-5
  const lossAt = (place: number, by: number): number => {
    const moved = values.map((value, at) => (at === place ? value + by : value))
    return pass({ ...inputs, [name]: moved }).L?.[0] ?? Number.NaN
  }
  return values.map((_, place) => (lossAt(place, h) - lossAt(place, -h)) / (2 * h))
}

export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? Number.NaN), 0)
}

export function shares(scores: readonly number[]): number[] {
  const powers = scores.map(Math.exp)
  const all = powers.reduce((sum, power) => sum + power, 0)
  return powers.map(power => power / all)
}

export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z))
}
