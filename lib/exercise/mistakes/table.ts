import { type AtomTable, atomField, type Scalar } from '@/lib/exact/atoms'
import { Budget, unlessUndecided, withinBudget } from '@/lib/exact/budget'
import { derivationOf, quantityOf } from '../derivation/derive'
import { behind } from '../derivation/known'
import { type Truth, truthOf } from '../derivation/truth'
import { entryAt } from '../entry'
import type { Key } from '../key'
import { exerciseLimits } from '../limits'
import { Numbers } from './numbers'
import { printed, samePrinted } from './printed'
import { inPlace, type Mistaken, type Placed, reaching } from './reach'
import { mistakesAt } from './wrongs'

/** Wrong answers to one step, and the atoms of their numbers. */
export interface MistakeTable {
  readonly answers: readonly Mistaken<Scalar>[]
  readonly table: AtomTable
}

const tables = new WeakMap<Key, Map<string, MistakeTable>>()

/**
 * The wrong answers to a step that one named mistake leads to on the true values, made in the step itself or in
 * something that no step asks for. Computed once for each key and step. Where its budget ends, those made farthest from the
 * answer are missing.
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
  const right = truth.values.get(target.id)
  if (right === undefined) return { answers: [], table }
  const made: Placed<Mistaken<Scalar>>[] = []
  withinBudget(() => {
    const wholes = wholesAsked(key)
    const region = behind(derivation, target.rule, id => wholes.has(id)).filter(
      ({ about }) => about.kind !== 'stated',
    )
    const known = { whole: (id: string) => truth.values.get(id), entries: () => undefined }
    const numbers = new Numbers(derivation, field, known, budget)
    const answer = printed(field, entryAt(right, asked.index))
    for (const one of reaching(numbers, target, region, known, budget, mistakesAt)) {
      const value = entryAt(one.value, asked.index)
      const shows = unlessUndecided(() => samePrinted(field, printed(field, value), answer)) === false
      if (shows) made.push({ ...one, value })
    }
  })
  const answers = inPlace(made).map(({ mistake, node, value }) => ({ mistake, node, value }))
  return { answers, table }
}

/** Ids of the quantities that a step asks for as a whole. */
function wholesAsked(key: Key): Set<string> {
  const { asked } = derivationOf(key.exercise)
  return new Set([...asked.values()].flatMap(({ quantity, index }) => (index === null ? [quantity] : [])))
}
