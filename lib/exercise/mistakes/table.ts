import { type AtomTable, atomField, type Scalar } from '@/lib/exact/atoms'
import { Budget, unlessUndecided, withinBudget } from '@/lib/exact/budget'
import { derivationOf, quantityOf } from '../derivation/derive'
import { behind } from '../derivation/known'
import { type Truth, truthOf } from '../derivation/truth'
import { entryAt } from '../entry'
import type { Key } from '../key'
import { exerciseLimits } from '../limits'
import { printed, samePrinted } from './printed'
import { type Mistaken, mistakesWithin } from './reach'

/** Wrong answers to one step, and the atoms of their numbers. */
export interface MistakeTable {
  readonly answers: readonly Mistaken<Scalar>[]
  readonly table: AtomTable
}

const tables = new WeakMap<Key, Map<string, MistakeTable>>()

/**
 * The wrong answers to a step that one named mistake leads to on the true values, made in the step itself or in
 * something that no step asks for. Computed once for each key and step. Past its budget there are none.
 */
export function mistakenAnswers(key: Key, step: string): MistakeTable {
  const known = tables.get(key) ?? new Map<string, MistakeTable>()
  tables.set(key, known)
  const made = known.get(step) ?? workOutMistakes(key, step, truthOf(key))
  known.set(step, made)
  return made
}

function workOutMistakes(key: Key, step: string, truth: Truth | null): MistakeTable {
  const table = (truth ?? key).table.fork()
  const derivation = derivationOf(key.exercise)
  const asked = derivation.asked.get(step)
  if (asked === undefined || truth === null) return { answers: [], table }
  const budget = new Budget({ work: exerciseLimits.mistakeWork, digits: exerciseLimits.digits })
  const field = atomField(budget, table)
  const target = quantityOf(derivation, asked.quantity)
  const done = withinBudget(() => {
    const wholes = wholesAsked(key)
    const region = behind(derivation, target.rule, id => wholes.has(id)).filter(
      ({ about }) => about.kind !== 'stated',
    )
    const known = { whole: (id: string) => truth.values.get(id), entries: () => undefined }
    const mistaken = mistakesWithin(derivation, field, target, region, known, budget)
    const right = known.whole(target.id)
    if (right === undefined) return []
    const answer = printed(field, entryAt(right, asked.index))
    return mistaken
      .map(one => ({ ...one, value: entryAt(one.value, asked.index) }))
      .filter(
        ({ value }) => unlessUndecided(() => samePrinted(field, printed(field, value), answer)) === false,
      )
  })
  return { answers: done.ok ? done.value : [], table }
}

/** Ids of the quantities that a step asks for as a whole. */
function wholesAsked(key: Key): Set<string> {
  const { asked } = derivationOf(key.exercise)
  return new Set([...asked.values()].flatMap(({ quantity, index }) => (index === null ? [quantity] : [])))
}
