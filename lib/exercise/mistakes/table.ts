import { type AtomTable, atomField, type Scalar } from '@/lib/exact/atoms'
import { Budget, withinBudget } from '@/lib/exact/budget'
import { derivationOf } from '../derivation/derive'
import type { Known } from '../derivation/known'
import { type Truth, truthOf } from '../derivation/truth'
import type { Key } from '../key'
import { exerciseLimits } from '../limits'
import { type Bounded, boundedAnswers } from './bounded'
import { inPlace, type Mistaken, type Placed } from './reach'
import { searchFor, wrongAnswers } from './search'

/** Wrong answers to one step. */
export interface MistakeTable {
  /** With their exact values. Those that are `bounded` are worked out when somebody reads them, which may unwind as `BudgetSpent`. */
  readonly answers: readonly Mistaken<Scalar>[]
  /** The same answers by bounds of their cells; null where the exact values are there. */
  readonly bounded: readonly Bounded[] | null
  /** The atoms of the exact values, or of what they are worked out from. */
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

function mistakeBudget(): Budget {
  return new Budget({ work: exerciseLimits.mistakeWork, digits: exerciseLimits.digits })
}

function workOutMistakes(key: Key, step: string, truth: Truth | null): MistakeTable {
  const derivation = derivationOf(key.exercise)
  const asked = derivation.asked.get(step)
  const right = asked && truth?.values.get(asked.quantity)
  if (asked === undefined || truth === null || right === undefined) {
    return { answers: [], bounded: null, table: (truth ?? key).table.fork() }
  }
  const budget = mistakeBudget()
  const bounded = boundedAnswers(derivation, asked, truth, budget)
  if (bounded !== null) {
    return { answers: bounded.map(one => readLater(one, truth.table)), bounded, table: truth.table }
  }
  const table = truth.table.fork()
  const known: Known<Scalar> = { whole: id => truth.values.get(id), entries: () => undefined }
  const made: Placed<Mistaken<Scalar>>[] = []
  withinBudget(() => {
    const search = searchFor(derivation, asked, atomField(budget, table), known, budget)
    for (const one of wrongAnswers(search, asked, right)) made.push(one)
  })
  const answers = inPlace(made).map(({ mistake, node, value }) => ({ mistake, node, value }))
  return { answers, bounded: null, table }
}

/** The exact answer, over atoms of its own. */
function readLater({ mistake, node, exactly }: Bounded, table: AtomTable): Mistaken<Scalar> {
  let made: Mistaken<Scalar>['value'] | null = null
  return {
    mistake,
    node,
    get value() {
      const budget = mistakeBudget()
      made ??= exactly(atomField(budget, table.fork()), budget)
      return made
    },
  }
}
