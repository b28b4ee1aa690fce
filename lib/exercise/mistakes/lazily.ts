import { type AtomField, atomField, holdsSymbols, isElement, type Scalar } from '@/lib/exact/atoms'
import { Budget, unlessUndecided, withinBudget } from '@/lib/exact/budget'
import { knownAs, type Lazy, type LazyField, lazily, lazyField } from '@/lib/exact/lazy'
import { mapTensor, type Tensor } from '@/lib/exact/tensor'
import type { Derivation } from '../derivation/derive'
import type { Known } from '../derivation/known'
import type { Quantity } from '../derivation/quantity'
import type { Truth } from '../derivation/truth'
import { exerciseLimits } from '../limits'

type Values = ReadonlyMap<string, Tensor<Lazy>>

const made = new WeakMap<Truth, Values | null>()

/**
 * The true values as lazy numbers with the ways on which they are computed, made once. Null where wrong answers on these numbers are
 * not worked out lazily: where all are rational, which takes no time, or a symbol stands in one, which has no digits.
 */
export function lazyTruth(truth: Truth, derivation: Derivation): Values | null {
  const known = made.get(truth)
  if (known !== undefined) return known
  const done = withinBudget(() => (takesLong(truth) ? allLazily(truth, derivation) : null))
  const values = done.ok ? done.value : null
  made.set(truth, values)
  return values
}

function takesLong({ values }: Truth): boolean {
  let elements = false
  for (const { data } of values.values()) {
    for (const entry of data) {
      if (!isElement(entry)) continue
      if (holdsSymbols(entry)) return false
      elements = true
    }
  }
  return elements
}

function allLazily({ values, table }: Truth, { quantities }: Derivation): Values {
  const budget = new Budget({ work: exerciseLimits.work, digits: exerciseLimits.digits })
  const exactField = atomField(budget, table.fork())
  const field = lazyField(exactField, budget)
  const lazy = new Map<string, Tensor<Lazy>>()
  for (const quantity of quantities.values()) {
    const exact = values.get(quantity.id)
    if (exact === undefined) continue
    const way = quantity.about.kind === 'stated' ? null : computed(quantity, lazy, field, budget)
    lazy.set(quantity.id, way === null ? given(exact, exactField) : withExact(way, exact))
  }
  return lazy
}

function given(value: Tensor<Scalar>, field: AtomField): Tensor<Lazy> {
  return mapTensor(value, entry => lazily(entry, field))
}

function computed({ rule }: Quantity, values: Values, field: LazyField, budget: Budget): Tensor<Lazy> | null {
  const of = (id: string): Tensor<Lazy> => {
    const value = values.get(id)
    if (value === undefined) throw new RangeError(`${id} comes before what it takes`)
    return value
  }
  return unlessUndecided(() => rule.compute(field, of, budget))
}

function withExact(way: Tensor<Lazy>, exact: Tensor<Scalar>): Tensor<Lazy> {
  return mapTensor(way, (entry, at) => {
    const value = exact.data[at]
    return value === undefined || entry.exact !== null ? entry : knownAs(entry, value)
  })
}

/** What is known, lazily: the true values with their ways, all others as they are; `field` pays for their bounds. */
export function lazyKnown(
  known: Known<Scalar>,
  truth: Truth,
  lazyValues: Values,
  field: AtomField,
): Known<Lazy> {
  const met = new Map<string, Tensor<Lazy> | undefined>()
  const entries = new Map<string, ReadonlyMap<number, Lazy> | undefined>()
  return {
    whole: id => {
      if (met.has(id)) return met.get(id)
      const value = known.whole(id)
      const right = value !== undefined && value === truth.values.get(id) ? lazyValues.get(id) : undefined
      const whole = value && (right ?? given(value, field))
      met.set(id, whole)
      return whole
    },
    entries: id => {
      if (entries.has(id)) return entries.get(id)
      const values = known.entries(id)
      const found = values && new Map([...values].map(([at, value]) => [at, lazily(value, field)]))
      entries.set(id, found)
      return found
    },
  }
}
