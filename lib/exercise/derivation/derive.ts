import { sizeOf } from '@/lib/exact/tensor'
import { ancestryOf, consumersOf, nodeOf } from '@/lib/network'
import { lossDrafts, settledIn, stepDrafts } from '../descent/round'
import { placeAt } from '../entry'
import {
  type Descend,
  type Exercise,
  type ExerciseNode,
  type Nudge,
  paramsOf,
  plansOf,
  type Target,
  type Update,
} from '../exercise'
import { updateDrafts, updatedIn, usesGradients } from '../update/round'
import { wireId } from '../wire'
import { askedOf } from './asked'
import { jacobianQuantity } from './jacobian'
import { isLeaf, main, movedPass, movePrefix, movingWith, roundPrefix } from './passes'
import type { About, Asked, Draft, Pass, Quantity, Rule } from './quantity'
import {
  changeRule,
  gradientRule,
  nudgedRule,
  nudgePredictedRule,
  partialRule,
  seedRule,
  valueRule,
} from './rules'
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
  private readonly params: readonly ExerciseNode[]
  /** Names of the nodes that change when the parameters do. */
  private readonly moving: ReadonlySet<string>
  /** Names of the nodes that the start of the backward pass is computed from, itself included. */
  private readonly onTheWay: ReadonlySet<string>
  private readonly users: ReadonlyMap<string, readonly string[]>

  constructor(private readonly exercise: Exercise) {
    const { graph, loss, upstream } = exercise
    this.nodes = [...graph.values()]
    this.params = paramsOf(graph)
    this.moving = movingWith(
      graph,
      this.params.map(({ name }) => name),
    )
    const seed = loss ?? upstream?.node
    this.onTheWay = seed === undefined ? new Set() : ancestryOf(graph, seed)
    this.users = consumersOf(graph)
  }

  derive(): Derivation {
    const { exercise, quantities, asked } = this
    for (const node of this.nodes) this.value(node, main)
    if (this.onTheWay.size > 0) this.backward(main)
    const done = new Set<Nudge | Descend | Update>()
    for (const { id, target } of plansOf(exercise)) {
      if (target.kind === 'nudge' && !done.has(target.nudge)) {
        done.add(target.nudge)
        this.nudge(target.nudge, movePrefix(id))
      }
      if (target.kind === 'descend' && !done.has(target.descend)) {
        done.add(target.descend)
        this.descend(target.descend, movePrefix(id))
      }
      if (target.kind === 'update' && !done.has(target.update)) {
        done.add(target.update)
        this.update(target.update, movePrefix(id))
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

  /** The forward pass after some leaves moved, of what moves with them. */
  private forward(pass: Pass, moving: ReadonlySet<string>): void {
    for (const node of this.nodes) if (moving.has(node.name) && !isLeaf(node)) this.value(node, pass)
  }

  private nudge(nudge: Nudge, prefix: string): void {
    const { loss } = this.exercise
    if (loss === null) return
    const gradients = this.params.map(({ name }) => main.gradient(name))
    const about = { kind: 'predicted', gradients, amount: nudge.amount, nudge, up: false } as const
    this.add(`${prefix}.predicted`, [], nudgePredictedRule(nudge, gradients), about)
    const pass = movedPass(prefix, main, this.moving)
    let start = 0
    for (const { name, shape } of this.params) {
      this.add(pass.value(name), shape, nudgedRule(nudge, start, main.value(name)), { kind: 'nudged' })
      start += sizeOf(shape)
    }
    this.forward(pass, this.moving)
    const [after, before] = [pass.value(loss), main.value(loss)]
    this.add(`${prefix}.actual`, [], changeRule(after, before), { kind: 'change', after, before })
  }

  private descend(descend: Descend, start: string): void {
    const { loss } = this.exercise
    if (loss === null) return
    const settled = settledIn(descend, this.params)
    let before = main
    let [earlier, oldLoss]: [string | null, string] = [null, main.value(loss)]
    for (let nth = 1; nth <= descend.rounds; nth += 1) {
      const prefix = roundPrefix(start, nth)
      const after = movedPass(prefix, before, this.moving, settled)
      const round = { descend, nth, prefix, earlier, before, after }
      this.addDrafts(stepDrafts(round, this.params))
      this.forward(after, this.moving)
      this.addDrafts(lossDrafts(round, loss, oldLoss))
      if (nth < descend.rounds) this.backward(after)
      before = after
      earlier = prefix
      oldLoss = `${prefix}.loss`
    }
  }

  private update(update: Update, start: string): void {
    const moving = movingWith(this.exercise.graph, updatedIn(update))
    const goesBack = usesGradients(update)
    let before = main
    for (let nth = 1; nth <= update.rounds; nth += 1) {
      const after = movedPass(roundPrefix(start, nth), before, moving)
      this.addDrafts(updateDrafts(update, before, after))
      if (nth < update.rounds && goesBack) {
        this.forward(after, moving)
        this.backward(after)
      }
      before = after
    }
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
        return this.moved(wireId(target.wire))
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
        return this.moved(askedOf(id, target))
    }
  }

  private moved(quantity: string): Asked | null {
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
