import { ancestryOf, consumersOf, nodeOf } from '@/lib/network'
import { placeAt } from '../entry'
import { type Exercise, type ExerciseNode, plansOf, type Target } from '../exercise'
import { isMoving, type Round, roundsOf, statementOf } from '../rounds'
import { wireId } from '../wire'
import { askedOf } from './asked'
import { jacobianQuantity } from './jacobian'
import { isLeaf, main, movePrefix } from './passes'
import type { About, Asked, Draft, Pass, Quantity, Rule } from './quantity'
import { gradientRule, partialRule, seedRule, valueRule } from './rules'
import { toldByOutput, wiredQuantities } from './wires'

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

class Deriver {
  private readonly quantities = new Map<string, Quantity>()
  private readonly asked = new Map<string, Asked>()
  private readonly nodes: readonly ExerciseNode[]
  /** Names of the nodes that the start of the backward pass is computed from, itself included. */
  private readonly onTheWay: ReadonlySet<string>
  private readonly users: ReadonlyMap<string, readonly string[]>

  constructor(private readonly exercise: Exercise) {
    const { graph, loss, upstream } = exercise
    this.nodes = [...graph.values()]
    const seed = loss ?? upstream?.node
    this.onTheWay = seed === undefined ? new Set() : ancestryOf(graph, seed)
    this.users = consumersOf(graph)
  }

  derive(): Derivation {
    const { exercise, quantities, asked } = this
    for (const node of this.nodes) this.value(node, main)
    if (this.onTheWay.size > 0) this.backward(main)
    const done = new Set<ReturnType<typeof statementOf>>()
    for (const { id, target } of plansOf(exercise)) {
      if (isMoving(target) && !done.has(statementOf(target))) {
        done.add(statementOf(target))
        for (const round of roundsOf(exercise, target, movePrefix(id))) this.move(round)
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
    this.put({ id, shape, rule, others, about })
  }

  private put(quantity: Omit<Quantity, 'order'>): void {
    this.quantities.set(quantity.id, { ...quantity, order: this.quantities.size })
  }

  private value(node: ExerciseNode, pass: Pass): void {
    const about: About = isLeaf(node) ? { kind: 'stated' } : { kind: 'value', node, pass }
    this.add(pass.value(node.name), node.shape, valueRule(node, pass), about)
  }

  private backward(pass: Pass): void {
    const { graph, loss, upstream } = this.exercise
    const seed = loss ?? upstream?.node
    for (const node of this.nodes.toReversed()) {
      const id = pass.gradient(node.name)
      if (node.name === seed) {
        this.add(id, node.shape, seedRule(node, upstream, pass), { kind: 'stated' })
        continue
      }
      const consumers = (this.users.get(node.name) ?? [])
        .filter(name => this.onTheWay.has(name))
        .map(name => nodeOf(graph, name))
      const wired = pass === main ? wiredQuantities(this.exercise, node, consumers, pass) : []
      for (const quantity of wired) this.put(quantity)
      if (wired.length > 0) continue
      const others = consumers.some(({ expr }) => toldByOutput(expr))
        ? [gradientRule(node, consumers, pass, true)]
        : []
      const about: About = { kind: 'gradient', node, pass, consumers }
      this.add(id, node.shape, gradientRule(node, consumers, pass, false), about, others)
    }
  }

  private addDrafts(drafts: readonly Draft[]): void {
    for (const draft of drafts) this.put({ ...draft, others: [] })
  }

  /** Each round's quantities, in the order in which they are worked out. */
  private move({ moving, after, drafts, forward, ends, backward }: Round): void {
    this.addDrafts(drafts)
    if (forward) {
      for (const node of this.nodes) if (moving.has(node.name) && !isLeaf(node)) this.value(node, after)
    }
    this.addDrafts(ends)
    if (backward) this.backward(after)
  }

  private find(id: string, target: Target): Asked | null {
    switch (target.kind) {
      case 'value':
        return { quantity: main.value(target.node), index: target.index }
      case 'gradient':
        return { quantity: main.gradient(target.node), index: target.index }
      case 'partial':
        return this.partial(id, target)
      case 'wire':
        return this.known(wireId(target.wire))
      case 'jacobian':
        this.put(jacobianQuantity(this.exercise.graph, id, target, main))
        return { quantity: id, index: null }
      case 'shape':
      case 'formula':
      case 'count':
        return null
      case 'nudge':
      case 'descend':
      case 'update':
        return this.known(askedOf(id, target))
    }
  }

  /** Null of what leads to no loss, or needs one that is not there. */
  private known(quantity: string): Asked | null {
    return this.quantities.has(quantity) ? { quantity, index: null } : null
  }

  private partial(id: string, target: Extract<Target, { kind: 'partial' }>): Asked {
    const { graph } = this.exercise
    const of = nodeOf(graph, target.of)
    const place = placeAt(of.shape, target.ofIndex)
    // The partial derivatives of one entry by all entries of a node are one quantity; a step asks for one entry of it.
    const quantity = `${id.slice(0, id.indexOf('/'))} by ${target.by}`
    if (!this.quantities.has(quantity)) {
      const about: About = { kind: 'partial', of, place, by: target.by }
      this.add(quantity, nodeOf(graph, target.by).shape, partialRule(of, place, target.by, main), about)
    }
    return { quantity, index: target.byIndex }
  }
}
