import { type AtomField, atomField, type Scalar } from '@/lib/exact/atoms'
import { Budget, withinBudget } from '@/lib/exact/budget'
import { fillTensor, type Tensor } from '@/lib/exact/tensor'
import { backprop, evaluate, type Fault, nodeOf, nodeValue, pullback } from '@/lib/network'
import type { Message } from '@/lib/words/argument'
import { isLeaf } from './derivation/passes'
import { oneAt } from './jacobian'
import type { Key } from './key'
import { exerciseLimits } from './limits'
import { placed } from './placed'

type Tensors = ReadonlyMap<string, Tensor<Scalar>>

/** A network at some values of its leaves: the value of every node, and its gradient, zeros included. */
export interface Passes {
  readonly values: Tensors
  readonly gradients: Tensors
}

export type PassesMade =
  | { readonly ok: true; readonly passes: Passes }
  | { readonly ok: false; readonly reason: Message }

/** The network of a key at other values of its givens and params than the key's own. All that is asked of it shares one budget. */
export class Elsewhere {
  readonly field: AtomField
  private readonly budget = new Budget({ work: exerciseLimits.work, digits: exerciseLimits.digits })

  constructor(private readonly key: Key) {
    this.field = atomField(this.budget, key.table.fork())
  }

  /** Both passes after these leaves moved; the others keep their values. `reason` says why a value or a slope does not exist there. */
  passes(moved: Tensors): PassesMade {
    const outcome = withinBudget(() => this.both(moved))
    return outcome.ok ? outcome.value : { ok: false, reason: outcome.reason }
  }

  /**
   * How each entry of `by` moves one entry of `of`, through the expression of `of` alone (a row of the local Jacobian), in the shape of
   * `by`. The entry is a place in row-major order.
   */
  slopes({ values }: Passes, of: string, place: number, by: string): Tensor<Scalar> {
    const { graph } = this.key.exercise
    const top = nodeOf(graph, of)
    const found = pullback(top.expr, this.field, values, oneAt(top.shape, place, this.field), this.budget)
    return found.get(by) ?? fillTensor(nodeOf(graph, by).shape, this.field.zero)
  }

  /** What the gradient at `of` sends to `by` through the expression of `of`, summed over its uses there. */
  sent({ values, gradients }: Passes, of: string, by: string): Tensor<Scalar> {
    const { graph } = this.key.exercise
    const upstream = nodeValue(gradients, of)
    const found = pullback(nodeOf(graph, of).expr, this.field, values, upstream, this.budget)
    return found.get(by) ?? fillTensor(nodeOf(graph, by).shape, this.field.zero)
  }

  private both(moved: Tensors): PassesMade {
    const { exercise, values: own, upstream } = this.key
    const { graph, loss } = exercise
    const leaves = [...graph.values()].filter(isLeaf)
    const fixed = new Map([...leaves.map(({ name }) => [name, nodeValue(own, name)] as const), ...moved])
    const { values, faults } = evaluate(graph, this.field, fixed, this.budget)
    const [first] = faults
    if (first !== undefined) return { ok: false, reason: placed(first.fault) }
    const node = loss ?? exercise.upstream?.node
    if (node === undefined) return { ok: true, passes: { values, gradients: new Map() } }
    const gradient =
      loss === null && upstream !== null ? upstream : fillTensor(nodeOf(graph, node).shape, this.field.one)
    const without: Fault[] = []
    const seed = { node, gradient }
    const gradients = backprop(graph, this.field, values, seed, this.budget, undefined, fault =>
      without.push(fault),
    )
    const [slope] = without
    if (slope !== undefined) return { ok: false, reason: placed(slope) }
    return { ok: true, passes: { values, gradients } }
  }
}
