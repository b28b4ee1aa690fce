import {
  type AtomField,
  AtomTable,
  atomField,
  gatedField,
  type Scalar,
  type TranscendentalField,
} from '@/lib/exact/atoms'
import { type Budget, whereDecided, withinBudget } from '@/lib/exact/budget'
import type { Field } from '@/lib/exact/field'
import { intervalField } from '@/lib/exact/interval/field'
import type { Interval } from '@/lib/exact/interval/interval'
import { rational } from '@/lib/exact/rational'
import { fillTensor, indexOf, mapTensor, type Shape, sameShape, type Tensor } from '@/lib/exact/tensor'
import { ancestryOf, backprop, evaluate, namesBelow, nodeOf, nodeValue } from '@/lib/network'
import { derivationOf, quantityOf } from '../derivation/derive'
import type { Exercise, FormulaTarget } from '../exercise'
import type { Key } from '../key'
import { Stream } from '../variant/stream'
import { askedOf } from './names'
import { hotRows, oneHotTargets, withSumOne } from './one-hot'

/** A value for every name of a formula, and the value of the quantity asked for that belongs to them. */
export interface Computed<S> {
  /** The values, by names such as `A` and `dL/dC`. Names without a value are left out. */
  readonly values: ReadonlyMap<string, Tensor<S>>
  readonly truth: Tensor<S>
}

export interface Substitution extends Computed<Scalar> {
  /** Further computing with these values is done in a fork of it. */
  readonly table: AtomTable
  /** Whether signs are gates here (`gatedField`). */
  readonly gated: boolean
}

export function fieldOn({ gated, table }: Pick<Substitution, 'gated' | 'table'>, budget: Budget): AtomField {
  return gated ? gatedField(budget, table) : atomField(budget, table)
}

/** Binary digits after the point at which formulas are compared that are too much to compute exactly. */
const digitsKept = 512

export function fieldInDigits(budget: Budget): TranscendentalField<Interval> {
  return intervalField(digitsKept, budget)
}

/** Null where there are no values (a division by zero), or nothing decides a sign; `spent` where the budget ran out. */
export type Made<G> = G | null | 'spent'

function making<G>(make: () => G | null): Made<G> {
  const done = withinBudget(() => whereDecided(make))
  if (!done.ok) return 'spent'
  return done.value.ok ? done.value.value : null
}

/**
 * Every name is free: each node and each gradient is made of symbols of its own, and the local rule gives the
 * quantity from those. A formula that is equal here is equal in every network around that rule.
 */
export function localSubstitution(
  exercise: Exercise,
  target: FormulaTarget,
  budget: Budget,
): Made<Substitution> {
  return making(() => {
    const table = new AtomTable()
    const field = gatedField(budget, table)
    const values = new Map<string, Tensor<Scalar>>()
    for (const { name, shape } of exercise.graph.values()) {
      const own = free(name, shape, field, budget)
      values.set(name, oneHotTargets(exercise).has(name) ? withSumOne(field, own) : own)
      values.set(`dL/d${name}`, free(`dL/d${name}`, shape, field, budget))
    }
    for (const [id, value] of startOf(exercise, field, values)) values.set(id, value)
    const { rule } = quantityOf(derivationOf(exercise), askedOf(target))
    const truth = rule.compute(field, id => nodeValue(values, id), budget)
    return truth === null ? null : { values, truth, table, gated: true }
  })
}

/** Givens and params are free, and everything else is computed from them. */
export function leafSubstitution(
  exercise: Exercise,
  target: FormulaTarget,
  budget: Budget,
): Made<Substitution> {
  return making(() => {
    const table = new AtomTable()
    const field = gatedField(budget, table)
    const hot = oneHotTargets(exercise)
    const leaf = (name: string, shape: Shape) => {
      const own = free(name, shape, field, budget)
      return hot.has(name) ? withSumOne(field, own) : own
    }
    const found = computed(exercise, target, field, budget, leaf)
    return found && { ...found, table, gated: true }
  })
}

/**
 * The numbers of one point. Where there is a key `held`, what takes only certain numbers (a mask, ids) keeps those of
 * the key.
 */
export function pointSubstitution(
  exercise: Exercise,
  target: FormulaTarget,
  nth: number,
  held: Pick<Key, 'values' | 'table'> | null,
  budget: Budget,
): Made<Substitution> {
  return making(() => {
    const table = held?.table.fork() ?? new AtomTable()
    const field = atomField(budget, table)
    const kept = held === null ? new Map<string, Tensor<Scalar>>() : heldValues(exercise, held.values)
    const point = pointOf(nth, field, budget, oneHotTargets(exercise))
    const leaf = (name: string, shape: Shape) => {
      const own = kept.get(name)
      return own !== undefined && sameShape(own.shape, shape) ? own : point(name, shape)
    }
    const found = computed(exercise, target, field, budget, leaf)
    return found && { ...found, table, gated: false }
  })
}

/** The same point in digits. They can only tell that two values differ, but do not grow as exact values do. */
export function digitsSubstitution(
  exercise: Exercise,
  target: FormulaTarget,
  nth: number,
  budget: Budget,
): Made<Computed<Interval>> {
  const field = fieldInDigits(budget)
  const hot = oneHotTargets(exercise)
  return making(() => computed(exercise, target, field, budget, pointOf(nth, field, budget, hot, 'small')))
}

/** The numbers of a point, by name. */
function pointOf<S>(
  nth: number,
  field: Field<S>,
  budget: Budget,
  hot: ReadonlySet<string>,
  size: 'whole' | 'small' = 'whole',
): (name: string, shape: Shape) => Tensor<S> {
  const stream = Stream.of(1).at('formula').at(String(nth))
  return (name, shape) => {
    const numbers = stream.at(name)
    if (hot.has(name)) return hotRows(field, shape, count => Number(numbers.below(BigInt(count))))
    return mapTensor(fillTensor(shape, field.zero), () => {
      budget.spend(4)
      return field.fromRational(size === 'small' ? drawnSmall(numbers, nth) : drawn(numbers, nth))
    })
  }
}

/** Mostly numbers of both signs; by turns all positive, for roots and logarithms, and small with zeros, for kinks. */
function drawn(stream: Stream, nth: number) {
  const kind = nth % 4
  if (kind === 2) return rational(1n + stream.below(30n), 1n)
  if (kind === 3) return rational(stream.below(5n) - 2n, 1n)
  const size = 1n + stream.below(40n)
  return rational(stream.below(2n) === 0n ? size : -size, 1n)
}

/** Up to 2, so that no exponential is lost among the digits; by turns of both signs, and all positive. */
function drawnSmall(stream: Stream, nth: number) {
  const size = 1n + stream.below(120n)
  return rational(nth % 2 === 0 && stream.below(2n) === 0n ? -size : size, 61n)
}

function computed<S>(
  exercise: Exercise,
  target: FormulaTarget,
  field: TranscendentalField<S>,
  budget: Budget,
  leaf: (name: string, shape: Shape) => Tensor<S>,
): Computed<S> | null {
  const { graph, loss, upstream } = exercise
  const stated = [...graph.values()].filter(({ role }) => role === 'given' || role === 'param')
  const fixed = new Map(stated.map(({ name, shape }) => [name, leaf(name, shape)]))
  const { values, faults } = evaluate(graph, field, fixed, budget)
  if (faults.length > 0) return null
  const seed = loss ?? upstream?.node
  if (seed !== undefined) {
    const id = `dL/d${seed}`
    const gradient = startOf(exercise, field, values).get(id) ?? leaf(id, nodeOf(graph, seed).shape)
    const gradients = backprop(graph, field, values, { node: seed, gradient }, budget)
    for (const [name, value] of gradients) values.set(`dL/d${name}`, value)
  }
  const truth = values.get(askedOf(target))
  return truth === undefined ? null : { values, truth }
}

/** The gradient at which the backward pass starts, where it is not free: 1, or a given. */
function startOf<S>(
  { graph, loss, upstream }: Exercise,
  field: Field<S>,
  values: ReadonlyMap<string, Tensor<S>>,
): Map<string, Tensor<S>> {
  if (loss !== null) return new Map([[`dL/d${loss}`, fillTensor(nodeOf(graph, loss).shape, field.one)]])
  const [only] = upstream?.value.length === 1 ? upstream.value : []
  if (upstream === null || only?.kind !== 'node') return new Map()
  return new Map([[`dL/d${upstream.node}`, nodeValue(values, only.name)]])
}

/** A symbol for each entry: `A[1,2]`. */
function free(name: string, shape: Shape, field: AtomField, budget: Budget): Tensor<Scalar> {
  return mapTensor(fillTensor(shape, field.zero), (_, at) => {
    budget.spend(4)
    return field.symbol(
      `${name}[${indexOf(shape, at)
        .map(i => i + 1)
        .join()}]`,
    )
  })
}

function heldValues(
  exercise: Exercise,
  values: ReadonlyMap<string, Tensor<Scalar>>,
): Map<string, Tensor<Scalar>> {
  return new Map([...choosy(exercise)].map(name => [name, nodeValue(values, name)]))
}

/** Nodes whose values must be certain numbers (masks, ids), and everything that they are computed from. */
function choosy({ graph }: Exercise): Set<string> {
  const found = new Set<string>()
  for (const { expr } of graph.values()) {
    for (const item of expr) {
      if (item.kind !== 'apply') continue
      const certain = item.inputs.filter((_, nth) =>
        item.op.samples.fit.some(({ entries }) => entries?.[nth]),
      )
      for (const name of namesBelow(expr, new Set(certain))) {
        for (const before of ancestryOf(graph, name)) found.add(before)
      }
    }
  }
  return found
}
