import { type AtomTable, atomField, type Scalar } from '@/lib/exact/atoms'
import { Budget, withinBudget } from '@/lib/exact/budget'
import type { Tensor } from '@/lib/exact/tensor'
import type { Key } from '../key'
import { exerciseLimits } from '../limits'
import { derivationOf } from './derive'

/** The right value of every quantity of an exercise, and the atoms of these numbers. */
export interface Truth {
  readonly values: ReadonlyMap<string, Tensor<Scalar>>
  readonly table: AtomTable
}

const truths = new WeakMap<Key, Truth | null>()

/**
 * The right values, computed once for each key, with a budget of their own: no answer pays for them, so that verdicts
 * do not depend on which answer came first ([G10]). Null where the budget ran out.
 */
export function truthOf(key: Key): Truth | null {
  const known = truths.get(key)
  if (known !== undefined) return known
  const truth = workOutAll(key)
  truths.set(key, truth)
  return truth
}

function workOutAll(key: Key): Truth | null {
  const budget = new Budget({ work: exerciseLimits.work, digits: exerciseLimits.digits })
  const table = key.table.fork()
  const field = atomField(budget, table)
  const values = new Map<string, Tensor<Scalar>>(key.values)
  for (const [name, gradient] of key.gradients) values.set(`dL/d${name}`, gradient)
  const of = (id: string): Tensor<Scalar> => {
    const value = values.get(id)
    if (value === undefined) throw new RangeError(`${id} comes before what it takes`)
    return value
  }
  const done = withinBudget(() => {
    for (const { id, rule } of derivationOf(key.exercise).quantities.values()) {
      if (values.has(id)) continue
      const value = rule.compute(field, of, budget)
      if (value === null) return false
      values.set(id, value)
    }
    return true
  })
  return done.ok && done.value ? { values, table } : null
}
