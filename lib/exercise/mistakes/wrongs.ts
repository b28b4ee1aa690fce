import { sameTensor, type Wrong } from '@/lib/network'
import type { Quantity } from '../derivation/quantity'
import { arrangementMistakes } from './arrangement'
import { forwardMistakes } from './forward'
import { gradientMistakes, partialMistakes } from './gradient'
import { changeMistakes, descendedMistakes, predictedMistakes } from './moves'
import type { Workplace } from './workplace'

/**
 * Every wrong answer that a named mistake at this one quantity leads to, everything behind it being as the workplace has
 * it. Those that agree with the right rule on these numbers are left out; equal ones of one mistake come once.
 */
export function mistakesAt<S>(quantity: Quantity, workplace: Workplace<S>): Wrong<S>[] {
  const { field } = workplace
  const right = workplace.of(quantity.id)
  if (right === null) return []
  const found: Wrong<S>[] = []
  for (const one of everyMistake(quantity, workplace)) {
    if (sameTensor(field, one.value, right)) continue
    if (one.value.data.length !== right.data.length) continue
    const known = found.some(
      other => other.mistake === one.mistake && sameTensor(field, other.value, one.value),
    )
    if (!known) found.push(one)
  }
  return found
}

/** Likewise, but with those that agree with the right rule on these numbers. */
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
