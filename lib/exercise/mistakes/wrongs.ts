import { unlessUndecided } from '@/lib/exact/budget'
import type { Wrong } from '@/lib/network'
import type { Quantity } from '../derivation/quantity'
import { arrangementMistakes } from './arrangement'
import {
  descendedMistakes,
  foreseenMistakes,
  momentMistakes,
  pulledMistakes,
  velocityMistakes,
} from './descent'
import { forwardMistakes } from './forward'
import { gradientMistakes, partialMistakes } from './gradient'
import { jacobianMistakes } from './jacobian'
import { changeMistakes, predictedMistakes } from './moves'
import type { Numbers } from './numbers'
import { type Printed, printed, samePrinted } from './printed'
import { updatedMistakes } from './update'
import { sumMistakes, wireMistakes } from './wires'

/**
 * Every wrong answer at one quantity that a named mistake leads to, with everything behind it as the numbers has
 * it. Answers are left out that equal the right one on these numbers, or that nothing tells from it. Equal answers of
 * one mistake come once.
 */
export function mistakesAt<S>(quantity: Quantity, numbers: Numbers<S>): Wrong<S>[] {
  const { field } = numbers
  const right = numbers.of(quantity.id)
  if (right === null) return []
  const truth = printed(field, right)
  const found: (Wrong<S> & Printed<S>)[] = []
  for (const { mistake, value } of everyMistake(quantity, numbers)) {
    if (value.data.length !== right.data.length) continue
    const one = { mistake, ...printed(field, value) }
    const fresh = unlessUndecided(
      () =>
        !samePrinted(field, one, truth) &&
        !found.some(other => other.mistake === mistake && samePrinted(field, other, one)),
    )
    if (fresh) found.push(one)
  }
  return found
}

/** The same, with the answers that equal the right one too, and with every repetition. */
export function everyMistake<S>(quantity: Quantity, numbers: Numbers<S>): Wrong<S>[] {
  const { about, id } = quantity
  switch (about.kind) {
    case 'value':
      return [...forwardMistakes(about, numbers), ...arrangementMistakes(id, numbers)]
    case 'gradient':
      return [
        ...gradientMistakes(about, numbers),
        ...sumMistakes(about, numbers),
        ...arrangementMistakes(id, numbers),
      ]
    case 'wire':
      return wireMistakes(about, numbers)
    case 'partial':
      return partialMistakes(about, numbers)
    case 'jacobian':
      return jacobianMistakes(id, about, numbers)
    case 'predicted':
      return predictedMistakes(about, numbers)
    case 'change':
      return changeMistakes(about, numbers)
    case 'descended':
      return descendedMistakes(about, numbers)
    case 'velocity':
      return velocityMistakes(about, numbers)
    case 'moment':
      return momentMistakes(about, numbers)
    case 'pulled':
      return pulledMistakes(about, numbers)
    case 'foreseen':
      return foreseenMistakes(about, numbers)
    case 'updated':
      return updatedMistakes(about, numbers)
    case 'stated':
    case 'norm':
    case 'nudged':
    case 'entry':
    case 'settled':
      return []
  }
}
