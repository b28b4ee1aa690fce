import { type AtomField, atomField, type Scalar } from '@/lib/exact/atoms'
import { Budget, withinBudget } from '@/lib/exact/budget'
import type { Tensor } from '@/lib/exact/tensor'
import { sameTensor } from '@/lib/network'
import { type Derivation, quantityOf } from '../derivation/derive'
import type { Quantity } from '../derivation/quantity'
import { behind } from '../derivation/workings'
import { entryAt } from '../key'
import { exerciseLimits } from '../limits'
import { Workplace } from '../mistakes/workplace'
import { right } from './answers'
import { Classes } from './classes'
import { type Made, nameOf, waysAt } from './ways'
import type { World } from './world'

/** One mistake, with the class of what it leads to; `right` where that is what would be there without it. */
export interface Traced extends Made {
  /** Of the answers to all steps by whoever makes this one mistake and goes on rightly from there. */
  readonly sheet: number
  /** Of what is written at its own quantity, among the mistakes there. */
  readonly value: number
}

/** What single mistakes lead to on one set of numbers, worked out where it is asked for. */
export class Traces {
  private readonly budget = new Budget({ work: exerciseLimits.lintWork, digits: exerciseLimits.digits })
  private readonly field: AtomField
  private readonly workplace: Workplace<Scalar>
  private readonly sheets: Classes
  private readonly order: readonly Quantity[]
  private readonly known = new Map<string, readonly Traced[] | null>()

  constructor(private readonly world: World) {
    const { derivation, values, table } = world
    this.field = atomField(this.budget, table.fork())
    const known = { whole: (id: string) => values.get(id), entries: () => undefined }
    this.workplace = new Workplace<Scalar>(derivation, this.field, known, this.budget)
    this.sheets = new Classes(this.field)
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

  /** The mistakes at one quantity. Null where they take too much work. */
  at(node: string): readonly Traced[] | null {
    const known = this.known.get(node)
    if (known !== undefined) return known
    const done = withinBudget(() => this.workOut(quantityOf(this.world.derivation, node)))
    const made = done.ok ? done.value : null
    this.known.set(node, made)
    return made
  }

  private workOut(quantity: Quantity): Traced[] {
    const truth = this.world.values.get(quantity.id)
    if (truth === undefined) return []
    if (this.known.size === 0) this.sheets.of(this.written(new Map()))
    const values = new Classes(this.field)
    values.of(truth.data)
    const after = this.order.filter(({ order }) => order > quantity.order)
    return waysAt(quantity, this.workplace).flatMap(({ mistake, way, value }) => {
      const one = { mistake, way, node: quantity.id, value: values.of(value.data) }
      if (value === truth) return [{ ...one, sheet: right }]
      const changed = new Map([[quantity.id, value]])
      return this.spread(changed, after) ? [{ ...one, sheet: this.sheets.of(this.written(changed)) }] : []
    })
  }

  private written(changed: ReadonlyMap<string, Tensor<Scalar>>): Scalar[] {
    const { derivation, values } = this.world
    return [...derivation.asked.values()].flatMap(({ quantity, index }) => {
      const value = changed.get(quantity) ?? values.get(quantity)
      return value === undefined ? [] : entryAt(value, index).data
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

/** Everything that some step rests on or asks for, each after what it takes. */
function onTheWay(derivation: Derivation): Quantity[] {
  const inputs = [...derivation.asked.values()].map(({ quantity }) => quantity)
  const all = { inputs, compute: () => null }
  return behind(derivation, all, () => false).filter(({ about }) => about.kind !== 'stated')
}

/** By its name, one of the mistakes at its quantity. */
export function tracedAs(one: Made, traces: Traces): Traced | undefined {
  return traces.at(one.node)?.find(other => nameOf(other) === nameOf(one))
}
