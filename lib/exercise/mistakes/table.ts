import { Budget, meteredRationals, withinBudget } from '@/lib/exact/budget'
import { type Rational, rationals } from '@/lib/exact/rational'
import { sameTensor } from '@/lib/network'
import { derivationOf, quantityOf } from '../derivation/derive'
import { type Truth, truthOf } from '../derivation/truth'
import { behind } from '../derivation/workings'
import { entryAt, type Key } from '../key'
import { exerciseLimits } from '../limits'
import { type Mistaken, mistakesWithin } from './reach'

const tables = new WeakMap<Key, Map<string, readonly Mistaken<Rational>[]>>()

/**
 * The wrong answers to a step that one named mistake leads to on the true values, made in the step itself or in
 * something that no step asks for. Computed once for each key and step. Past its budget there are none.
 */
export function mistakenAnswers(key: Key, step: string): readonly Mistaken<Rational>[] {
  const table = tables.get(key) ?? new Map<string, readonly Mistaken<Rational>[]>()
  tables.set(key, table)
  const known = table.get(step)
  if (known !== undefined) return known
  const truth = truthOf(key)
  const answers = truth === null ? [] : workOutMistakes(key, step, truth)
  table.set(step, answers)
  return answers
}

function workOutMistakes(key: Key, step: string, truth: Truth): Mistaken<Rational>[] {
  const derivation = derivationOf(key.exercise)
  const asked = derivation.asked.get(step)
  if (asked === undefined) return []
  const budget = new Budget({ work: exerciseLimits.mistakeWork, digits: exerciseLimits.digits })
  const target = quantityOf(derivation, asked.quantity)
  const done = withinBudget(budget, () => {
    const wholes = wholesAsked(key)
    const region = behind(derivation, target.rule, id => wholes.has(id)).filter(
      ({ about }) => about.kind !== 'stated',
    )
    const known = { whole: (id: string) => truth.get(id), entries: () => undefined }
    return mistakesWithin(derivation, meteredRationals(budget), target, region, known, budget)
  })
  if (!done.ok) return []
  const right = truth.get(target.id)
  const answers = done.value.map(one => ({ ...one, value: entryAt(one.value, asked.index) }))
  return right === undefined
    ? []
    : answers.filter(({ value }) => !sameTensor(rationals, value, entryAt(right, asked.index)))
}

/** Ids of the quantities that a step asks for as a whole. */
function wholesAsked(key: Key): Set<string> {
  const { asked } = derivationOf(key.exercise)
  return new Set([...asked.values()].flatMap(({ quantity, index }) => (index === null ? [quantity] : [])))
}
