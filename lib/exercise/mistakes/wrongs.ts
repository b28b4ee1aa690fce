import { unlessUndecided } from '@/lib/exact/budget'
import type { Wrong } from '@/lib/network'
import type { Quantity } from '../derivation/quantity'
import { arrangementMistakes } from './arrangement'
import { forwardMistakes } from './forward'
import { gradientMistakes, partialMistakes } from './gradient'
import { changeMistakes, descendedMistakes, predictedMistakes } from './moves'
import { type Printed, printed, samePrinted } from './printed'
import type { Workplace } from './workplace'

/**
 * Every wrong answer at one quantity that a named mistake leads to, with everything behind it as the workplace has
 * it. Answers are left out that equal the right one on these numbers, or that nothing tells from it. Equal answers of
 * one mistake come once.
 */
export function mistakesAt<S>(quantity: Quantity, workplace: Workplace<S>): Wrong<S>[] {
  const { field } = workplace
  const right = workplace.of(quantity.id)
  if (right === null) return []
  const truth = printed(field, right)
  const found: (Wrong<S> & Printed<S>)[] = []
  for (const { mistake, value } of everyMistake(quantity, workplace)) {
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
export function everyMistake<S>(quantity: Quantity, workplace: Workplace<S>): Wrong<S>[] {
  const { about, id } = quantity
  switch (about.kind) {
    case 'value':
      return [...forwardMistakes(about, workplace), ...arrangementMistakes(id, workplace)]
    case 'gradient':
      return [...gradientMistakes(about, workplace), ...arrangementMistakes(id, workplace)]
    case 'partial':
      return partialMistakes(about, workplace)
    case 'predicted':
      return predictedMistakes(about, workplace)
    case 'change':
      return changeMistakes(about, workplace)
    case 'descended':
      return descendedMistakes(about, workplace)
    case 'stated':
    case 'nudged':
    case 'entry':
      return []
  }
}
