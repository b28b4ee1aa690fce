import { type AtomField, atomField, type Scalar } from '@/lib/exact/atoms'
import { withinBudget } from '@/lib/exact/budget'
import { rational } from '@/lib/exact/rational'
import type { Tensor } from '@/lib/exact/tensor'
import { sameTensor } from '@/lib/network'
import { type Derivation, quantityOf } from '../derivation/derive'
import { behind } from '../derivation/known'
import type { Quantity } from '../derivation/quantity'
import { entryAt } from '../entry'
import { Numbers } from '../mistakes/numbers'
import { lintBudget, right } from './answers'
import { Classes } from './classes'
import { type Made, nameOf, waysAt } from './ways'
import type { World } from './world'

/** One mistake, with the class of the wrong answers on the whole sheet of whoever makes it and goes on rightly. */
export interface Traced extends Made {
  /** `right` where every answer is. */
  readonly sheet: number
}

/** What single mistakes lead to on one set of numbers, worked out where it is asked for. */
export class Traces {
  private readonly budget = lintBudget()
  private readonly field: AtomField
  private readonly numbers: Numbers<Scalar>
  private readonly sheets: Classes
  private readonly order: readonly Quantity[]
  private readonly traced = new Map<string, readonly Traced[] | null>()
  private readonly valued = new Map<string, ReadonlyMap<string, number> | null>()

  constructor(private readonly world: World) {
    const { derivation, values, table } = world
    this.field = atomField(this.budget, table.fork())
    const known = { whole: (id: string) => values.get(id), entries: () => undefined }
    this.numbers = new Numbers<Scalar>(derivation, this.field, known, this.budget)
    this.sheets = new Classes(this.field)
    this.sheets.of([])
    this.order = onTheWay(derivation)
  }

  /** Every mistake on the way to a step. Null where they take too much work. */
  all(): Traced[] | null {
    const found: Traced[] = []
    for (const { id } of this.order) {
      const here = this.at(id)
      if (here === null) return null
      found.push(...here)
    }
    return found
  }

  /** The class of a mistake's sheet; undefined where these numbers have none. */
  sheet(one: Made): number | undefined {
    return this.at(one.node)?.find(other => nameOf(other) === nameOf(one))?.sheet
  }

  /** The class of a mistake's value at its own quantity, among the mistakes made there. */
  value(one: Made): number | undefined {
    const known = this.valued.get(one.node)
    if (known !== undefined) return known?.get(nameOf(one))
    const done = withinBudget(() => this.valuesAt(quantityOf(this.world.derivation, one.node)))
    this.valued.set(one.node, done.ok ? done.value : null)
    return done.ok ? done.value.get(nameOf(one)) : undefined
  }

  private valuesAt(quantity: Quantity): ReadonlyMap<string, number> {
    const sorted = new Classes(this.field)
    sorted.of(this.world.values.get(quantity.id)?.data ?? [])
    const ways = waysAt(quantity, this.numbers)
    return new Map(ways.map(one => [nameOf({ ...one, node: quantity.id }), sorted.of(one.value.data)]))
  }

  private at(node: string): readonly Traced[] | null {
    const known = this.traced.get(node)
    if (known !== undefined) return known
    const done = withinBudget(() => this.trace(quantityOf(this.world.derivation, node)))
    const made = done.ok ? done.value : null
    this.traced.set(node, made)
    return made
  }

  private trace(quantity: Quantity): Traced[] {
    const truth = this.world.values.get(quantity.id)
    if (truth === undefined) return []
    const after = this.order.filter(({ order }) => order > quantity.order)
    return waysAt(quantity, this.numbers).flatMap(({ mistake, way, value }) => {
      const one = { mistake, way, node: quantity.id }
      if (value === truth) return [{ ...one, sheet: right }]
      const changed = new Map([[quantity.id, value]])
      return this.spread(changed, after) ? [{ ...one, sheet: this.sheets.of(this.written(changed)) }] : []
    })
  }

  /** The wrong answers of a sheet, each behind the number of its step. */
  private written(changed: ReadonlyMap<string, Tensor<Scalar>>): Scalar[] {
    const { derivation, values } = this.world
    return [...derivation.asked.values()].flatMap(({ quantity, index }, nth) => {
      const [value, truth] = [changed.get(quantity), values.get(quantity)]
      if (value === undefined || truth === undefined) return []
      const answer = entryAt(value, index)
      if (index !== null && sameTensor(this.field, answer, entryAt(truth, index))) return []
      return [rational(nth), ...answer.data]
    })
  }

  /** Adds what differs from the truth in all that rests on what has changed. False where something then has no value. */
  private spread(changed: Map<string, Tensor<Scalar>>, after: readonly Quantity[]): boolean {
    const { values } = this.world
    const of = (id: string): Tensor<Scalar> => {
      const value = changed.get(id) ?? values.get(id)
      if (value === undefined) throw new RangeError(`${id} comes before what it takes`)
      return value
    }
    for (const { id, rule } of after) {
      this.budget.spend(1)
      if (!rule.inputs.some(input => changed.has(input))) continue
      const made = rule.compute(this.field, of, this.budget)
      if (made === null) return false
      const truth = values.get(id)
      if (truth === undefined || !sameTensor(this.field, made, truth)) changed.set(id, made)
    }
    return true
  }
}

/** Everything that some step rests on or asks for, each after what it is computed from. */
function onTheWay(derivation: Derivation): Quantity[] {
  const inputs = [...derivation.asked.values()].map(({ quantity }) => quantity)
  const all = { inputs, compute: () => null }
  return behind(derivation, all, () => false).filter(({ about }) => about.kind !== 'stated')
}
