import type { TranscendentalField } from '@/lib/exact/atoms'
import { type Budget, unlessUndecided } from '@/lib/exact/budget'
import type { Tensor } from '@/lib/exact/tensor'
import type { Wrong } from '@/lib/network'
import { type Derivation, quantityOf } from '../derivation/derive'
import { behind, type Known } from '../derivation/known'
import type { Asked } from '../derivation/quantity'
import { entryAt } from '../entry'
import { Numbers } from './numbers'
import { printed, samePrinted } from './printed'
import { type Mistaken, type Placed, reaching, type Search } from './reach'
import { mistakesAt } from './wrongs'

/** The search for wrong answers to a step that asks for `asked`, made at it or at what no step asks for as a whole. */
export function searchFor<S>(
  derivation: Derivation,
  asked: Asked,
  field: TranscendentalField<S>,
  known: Known<S>,
  budget: Budget,
): Search<S, Wrong<S>> {
  const target = quantityOf(derivation, asked.quantity)
  const wholes = wholesAsked(derivation)
  const region = behind(derivation, target.rule, id => wholes.has(id)).filter(
    ({ about }) => about.kind !== 'stated',
  )
  const numbers = new Numbers(derivation, field, known, budget)
  return { numbers, target, region, known, budget, ways: mistakesAt }
}

/** The wrong answers to a step that are seen to differ from the right one; of each, what is asked for. */
export function* wrongAnswers<S>(
  search: Search<S, Wrong<S>>,
  asked: Asked,
  right: Tensor<S>,
): Generator<Placed<Mistaken<S>>> {
  const { field } = search.numbers
  const answer = printed(field, entryAt(right, asked.index))
  for (const one of reaching(search)) {
    const value = entryAt(one.value, asked.index)
    const shows = unlessUndecided(() => samePrinted(field, printed(field, value), answer)) === false
    if (shows) yield { ...one, value }
  }
}

/** Ids of the quantities that a step asks for as a whole. */
function wholesAsked({ asked }: Derivation): Set<string> {
  return new Set([...asked.values()].flatMap(({ quantity, index }) => (index === null ? [quantity] : [])))
}
