import type { TranscendentalField } from '@/lib/exact/atoms'
import type { Budget } from '@/lib/exact/budget'
import { mapTensor, type Tensor } from '@/lib/exact/tensor'
import { type Derivation, quantityOf } from './derive'
import type { Quantity, Rule } from './quantity'

/** Values that are taken as known, in place of what the rules give. */
export interface Known<S> {
  /** The value of a whole quantity; then nothing that it is computed from matters. */
  whole(id: string): Tensor<S> | undefined
  /** Known entries of a quantity by their places; its other entries come from its rule. */
  entries(id: string): ReadonlyMap<number, S> | undefined
}

/**
 * The value of one quantity from what is known of the quantities behind it, which may be a student's own numbers.
 * Null where something on the way has no value. `rule` is one of the quantity's own; what is computed is put into
 * `made`.
 */
export function workOut<S>(
  derivation: Derivation,
  field: TranscendentalField<S>,
  target: Quantity,
  known: Known<S>,
  budget?: Budget,
  rule: Rule = target.rule,
  made: Map<string, Tensor<S>> = new Map(),
): Tensor<S> | null {
  const of = (id: string): Tensor<S> => {
    const value = made.get(id) ?? known.whole(id)
    if (value === undefined) throw new RangeError(`${id} was not worked out before it was used`)
    return value
  }
  const needed = behind(derivation, rule, id => made.has(id) || known.whole(id) !== undefined)
  budget?.spend(needed.length)
  for (const quantity of needed) {
    const value = quantity.rule.compute(field, of, budget)
    if (value === null) return null
    made.set(quantity.id, withEntries(value, known.entries(quantity.id)))
  }
  return rule.compute(field, of, budget)
}

/** A value with the entries that are known by themselves in the places of those that its rule gives. */
export function withEntries<S>(value: Tensor<S>, entries: ReadonlyMap<number, S> | undefined): Tensor<S> {
  return entries ? mapTensor(value, (ruled, at) => entries.get(at) ?? ruled) : value
}

/** The quantities that a rule rests on and that are not known, each after those that it is computed from. */
export function behind(derivation: Derivation, rule: Rule, known: (id: string) => boolean): Quantity[] {
  const found = new Map<string, Quantity>()
  const open = [...rule.inputs]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id) || known(id)) continue
    const quantity = quantityOf(derivation, id)
    found.set(id, quantity)
    open.push(...quantity.rule.inputs)
  }
  return [...found.values()].sort((a, b) => a.order - b.order)
}
