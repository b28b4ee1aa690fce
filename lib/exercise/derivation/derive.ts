import { placeOf, sizeOf } from '@/lib/exact/tensor'
import { ancestryOf, consumersOf, namesIn, nodeOf, outermost } from '@/lib/network'
import {
  type Descend,
  type Exercise,
  type ExerciseNode,
  type Nudge,
  paramsOf,
  plansOf,
  type Target,
} from '../exercise'
import type { About, Asked, Pass, Quantity, Rule } from './quantity'
import {
  changeRule,
  descendedRule,
  descendPredictedRule,
  entryRule,
  gradientRule,
  nudgedRule,
  nudgePredictedRule,
  partialRule,
  seedRule,
  valueRule,
} from './rules'

/**
 * Everything that is computed in an exercise: the forward and the backward pass, and what nudges and descents add.
 * Each quantity comes after those that it is computed from. All of this follows from the file and holds no number.
 */
export interface Derivation {
  readonly exercise: Exercise
  readonly quantities: ReadonlyMap<string, Quantity>
  /** What each step asks for, by the step's id; `shape` and `formula` steps ask for no quantity. */
  readonly asked: ReadonlyMap<string, Asked>
}

const derivations = new WeakMap<Exercise, Derivation>()

/** Made once for each exercise. */
export function derivationOf(exercise: Exercise): Derivation {
  const known = derivations.get(exercise)
  if (known !== undefined) return known
  const made = new Deriver(exercise).derive()
  derivations.set(exercise, made)
  return made
}

/** A quantity by its id; an unknown one is the caller's bug. */
export function quantityOf({ quantities }: Derivation, id: string): Quantity {
  const quantity = quantities.get(id)
  if (quantity === undefined) throw new RangeError(`no quantity ${id}`)
  return quantity
}

const main: Pass = { value: node => node, gradient: node => `dL/d${node}`, before: null }

class Deriver {
  private readonly quantities = new Map<string, Quantity>()
  private readonly asked = new Map<string, Asked>()
  private readonly nodes: readonly ExerciseNode[]
  private readonly params: readonly ExerciseNode[]
  /** Names of the nodes that change when the parameters do. */
  private readonly moving = new Set<string>()
  /** Names of the nodes that the start of the backward pass is computed from, itself included. */
  private readonly onTheWay: ReadonlySet<string>
  private readonly users: ReadonlyMap<string, readonly string[]>

  constructor(private readonly exercise: Exercise) {
    const { graph, loss, upstream } = exercise
    this.nodes = [...graph.values()]
    this.params = paramsOf(graph)
    for (const { name, expr, role } of this.nodes) {
      if (role === 'param' || namesIn(expr).some(used => this.moving.has(used))) this.moving.add(name)
    }
    const seed = loss ?? upstream?.node
    this.onTheWay = seed === undefined ? new Set() : ancestryOf(graph, seed)
    this.users = consumersOf(graph)
  }

  derive(): Derivation {
    const { exercise, quantities, asked } = this
    for (const node of this.nodes) this.value(node, main)
    if (this.onTheWay.size > 0) this.backward(main)
    const done = new Set<Nudge | Descend>()
    for (const { id, target } of plansOf(exercise)) {
      if (target.kind === 'nudge' && !done.has(target.nudge)) {
        done.add(target.nudge)
        this.nudge(target.nudge, movePrefix(id))
      }
      if (target.kind === 'descend' && !done.has(target.descend)) {
        done.add(target.descend)
        this.descend(target.descend, movePrefix(id))
      }
      const found = this.find(id, target)
      if (found !== null) asked.set(id, found)
    }
    return { exercise, quantities, asked }
  }

  private add(
    id: string,
    shape: Quantity['shape'],
    rule: Rule,
    about: About,
    others: readonly Rule[] = [],
  ): void {
    this.quantities.set(id, { id, shape, rule, others, about, order: this.quantities.size })
  }

  private value(node: ExerciseNode, pass: Pass): void {
    const stated = node.role === 'given' || node.role === 'param'
    const about: About = stated ? { kind: 'stated' } : { kind: 'value', node, pass }
    this.add(pass.value(node.name), node.shape, valueRule(node, pass), about)
  }

  private backward(pass: Pass): void {
    const { graph, loss, upstream } = this.exercise
    const seed = loss ?? upstream?.node
    for (const node of this.nodes.toReversed()) {
      const id = pass.gradient(node.name)
      if (node.name === seed) {
        this.add(id, node.shape, seedRule(node, upstream), { kind: 'stated' })
        continue
      }
      const consumers = (this.users.get(node.name) ?? [])
        .filter(name => this.onTheWay.has(name))
        .map(name => nodeOf(graph, name))
      const others = consumers.some(({ expr }) => outermost(expr)?.op.vjpByOutput !== undefined)
        ? [gradientRule(node, consumers, pass, true)]
        : []
      const about: About = { kind: 'gradient', node, pass, consumers }
      this.add(id, node.shape, gradientRule(node, consumers, pass, false), about, others)
    }
  }

  /** The pass after the parameters moved. What moves with them has quantities of its own. */
  private movedPass(prefix: string, before: Pass): Pass {
    const { moving } = this
    return {
      value: node => (moving.has(node) ? `${prefix} ${node}` : main.value(node)),
      gradient: node => `${prefix} dL/d${node}`,
      before,
    }
  }

  private forward(pass: Pass): void {
    for (const node of this.nodes) {
      if (this.moving.has(node.name) && node.role !== 'param') this.value(node, pass)
    }
  }

  private nudge(nudge: Nudge, prefix: string): void {
    const { loss } = this.exercise
    if (loss === null) return
    const gradients = this.params.map(({ name }) => main.gradient(name))
    const about = { kind: 'predicted', by: 'nudge', gradients, amount: nudge.amount, nudge } as const
    this.add(`${prefix}.predicted`, [], nudgePredictedRule(nudge, gradients), about)
    const pass = this.movedPass(prefix, main)
    let start = 0
    for (const { name, shape } of this.params) {
      this.add(pass.value(name), shape, nudgedRule(nudge, start, main.value(name)), { kind: 'nudged' })
      start += sizeOf(shape)
    }
    this.forward(pass)
    this.change(`${prefix}.actual`, pass.value(loss), main.value(loss))
  }

  private descend(descend: Descend, start: string): void {
    const { loss } = this.exercise
    if (loss === null) return
    const { rate, rounds } = descend
    let before = main
    let oldLoss = main.value(loss)
    for (let round = 1; round <= rounds; round += 1) {
      const prefix = round === 1 ? start : `${start}.step${round}`
      const pass = this.movedPass(prefix, before)
      const gradients = this.params.map(({ name }) => before.gradient(name))
      const about = { kind: 'predicted', by: 'descend', gradients, amount: rate, nudge: null } as const
      this.add(`${prefix}.predicted`, [], descendPredictedRule(rate, gradients), about)
      for (const { name, shape } of this.params) {
        const [from, gradient] = [before.value(name), before.gradient(name)]
        const rule = descendedRule(rate, from, gradient)
        this.add(pass.value(name), shape, rule, { kind: 'descended', from, gradient, rate })
      }
      this.forward(pass)
      this.add(`${prefix}.loss`, [], entryRule(pass.value(loss)), { kind: 'entry' })
      this.change(`${prefix}.actual`, `${prefix}.loss`, oldLoss)
      if (round < rounds) this.backward(pass)
      before = pass
      oldLoss = `${prefix}.loss`
    }
  }

  private change(id: string, after: string, before: string): void {
    this.add(id, [], changeRule(after, before), { kind: 'change', after, before })
  }

  private find(id: string, target: Target): Asked | null {
    switch (target.kind) {
      case 'value':
        return { quantity: main.value(target.node), index: target.index }
      case 'gradient':
        return { quantity: main.gradient(target.node), index: target.index }
      case 'partial':
        return this.partial(id, target)
      case 'shape':
      case 'formula':
        return null
      case 'nudge':
        return this.moved(`${movePrefix(id)}.${target.quantity}`)
      case 'descend': {
        const prefix = id.slice(0, id.lastIndexOf('.'))
        const { quantity } = target
        return this.moved(
          typeof quantity === 'string' ? `${prefix}.${quantity}` : `${prefix} ${quantity.param}`,
        )
      }
    }
  }

  private moved(quantity: string): Asked | null {
    return this.quantities.has(quantity) ? { quantity, index: null } : null
  }

  private partial(id: string, target: Extract<Target, { kind: 'partial' }>): Asked {
    const { graph } = this.exercise
    const of = nodeOf(graph, target.of)
    const place =
      target.ofIndex === null
        ? 0
        : (placeOf(
            of.shape,
            target.ofIndex.map(i => i - 1),
          ) ?? 0)
    // The partial derivatives of one entry by all entries of a node are one quantity; a step asks for one entry of
    // it.
    const quantity = `${id.slice(0, id.indexOf('/'))} by ${target.by}`
    const about: About = { kind: 'partial', of, place, by: target.by }
    if (!this.quantities.has(quantity)) {
      this.add(quantity, nodeOf(graph, target.by).shape, partialRule(of, place, target.by, main), about)
    }
    return { quantity, index: target.byIndex }
  }
}

/** `nudge2` of `nudge2.actual`, `descend` of `descend.step2.W1`. */
function movePrefix(id: string): string {
  return id.slice(0, id.indexOf('.'))
}
