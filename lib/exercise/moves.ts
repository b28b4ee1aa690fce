import type { Scalar, TranscendentalField } from '@/lib/exact/atoms'
import { type Budget, whereDecided } from '@/lib/exact/budget'
import { rational } from '@/lib/exact/rational'
import { fillTensor, mapTensor, type Tensor, tensorOf, zipTensors } from '@/lib/exact/tensor'
import { backprop, type Expr, evaluate, evaluateExpr, type Fault, nodeOf, nodeValue } from '@/lib/network'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { askedOf } from './derivation/asked'
import { isLeaf, main, movePrefix } from './derivation/passes'
import type { Draft, Pass } from './derivation/quantity'
import { type Descend, type Exercise, type Nudge, paramsOf, type Target, type Update } from './exercise'
import { placed } from './placed'
import { type Moving, type Round, roundsOf } from './rounds'
import { valuesUnder } from './update/round'

type Tensors = ReadonlyMap<string, Tensor<Scalar>>
type Said = (round: number, reason: Message) => Message

export type Moved =
  | { readonly ok: true; readonly value: Tensor<Scalar> }
  | { readonly ok: false; readonly reason: Message }

/** The quantities of the rounds of one statement, by their ids, as far as they have values. */
interface Rounds {
  readonly made: Map<string, Tensor<Scalar>>
  /** Says why the rest has none; null where all was done. */
  trouble: Message | null
}

/** What happens when parameters, or givens, are moved from the file's own values. */
export class Moves {
  private readonly rounds = new Map<Descend | Update, Rounds>()

  constructor(
    private readonly exercise: Exercise,
    private readonly field: TranscendentalField<Scalar>,
    private readonly values: Tensors,
    private readonly gradients: Tensors,
    private readonly budget: Budget,
  ) {}

  answer(id: string, target: Moving): Moved {
    if (target.kind === 'nudge') return this.nudge(target)
    const statement = target.kind === 'descend' ? target.descend : target.update
    const known = this.rounds.get(statement)
    const rounds: Rounds = known ?? { made: this.start(), trouble: null }
    if (known === undefined) {
      this.rounds.set(statement, rounds)
      const each = roundsOf(this.exercise, target, movePrefix(id))
      rounds.trouble = this.workOut(each, rounds.made, (round, reason) =>
        message(afterRound(target), { round, reason }),
      )
    }
    const value = rounds.made.get(askedOf(id, target))
    if (value !== undefined) return { ok: true, value }
    if (rounds.trouble === null) throw new RangeError(`${id} was not worked out`)
    return { ok: false, reason: rounds.trouble }
  }

  private nudge({ nudge, quantity }: Extract<Target, { kind: 'nudge' }>): Moved {
    const amount = this.constant(nudge.amount)
    if (!amount.ok) return amount
    const { field } = this
    const added = this.nudges(nudge, amount.value)
    if (quantity === 'predicted') {
      let change = field.zero
      for (const [name, tensor] of added) {
        const products = zipTensors(nodeValue(this.gradients, name), tensor, field.mul)
        for (const product of products.data) change = field.add(change, product)
      }
      return scalar(change)
    }
    const params = new Map(
      [...added].map(([name, tensor]) => [name, zipTensors(nodeValue(this.values, name), tensor, field.add)]),
    )
    const after = this.forward(params)
    if (!after.ok) return { ok: false, reason: message('key.after-nudge', { reason: after.reason }) }
    return scalar(field.sub(this.lossIn(after.values), this.lossIn(this.values)))
  }

  /**
   * What is added to each parameter: the same everywhere, or STEP, 2 STEP, 3 STEP … through all parameters in order.
   */
  private nudges(nudge: Nudge, amount: Scalar): Map<string, Tensor<Scalar>> {
    let count = 0
    return new Map(
      paramsOf(this.exercise.graph).map(({ name, shape }) => [
        name,
        mapTensor(fillTensor(shape, amount), step => {
          count += 1
          return nudge.rising ? this.field.mul(step, this.field.fromRational(rational(count))) : step
        }),
      ]),
    )
  }

  /** The passes over the file's own numbers, by the ids of their quantities. */
  private start(): Map<string, Tensor<Scalar>> {
    const { values, gradients } = this
    return new Map([
      ...values,
      ...[...gradients].map(([name, gradient]) => [main.gradient(name), gradient] as const),
    ])
  }

  /** Puts what the rounds give into `made`; says why they ended early, and null where they did not. */
  private workOut(rounds: Iterable<Round>, made: Rounds['made'], said: Said): Message | null {
    for (const { nth, after, moved, drafts, forward, ends, backward } of rounds) {
      // What needs no pass is known where the pass has a fault.
      const trouble =
        this.work(drafts, made) ??
        (forward ? this.pass(after, moved, made) : null) ??
        this.work(ends, made) ??
        (backward ? this.back(after, made) : null)
      if (trouble !== null) return said(nth, trouble)
    }
    return null
  }

  private work(drafts: readonly Draft[], made: Rounds['made']): Message | null {
    const of = (id: string): Tensor<Scalar> => nodeValue(made, id)
    for (const { id, rule, about } of drafts) {
      if (about.kind === 'updated') {
        const run = evaluateExpr(about.line.expr, this.field, valuesUnder(about.names, of), this.budget)
        if (!run.ok) return placed(run.fault)
        made.set(id, run.value)
        continue
      }
      const run = whereDecided(() => rule.compute(this.field, of, this.budget))
      if (!run.ok) return run.reason
      if (run.value === null) return message('key.step-over-zero')
      made.set(id, run.value)
    }
    return null
  }

  /** The forward pass after these leaves moved; the others keep their values. */
  private pass(after: Pass, moved: readonly string[], made: Rounds['made']): Message | null {
    const run = this.forward(new Map(moved.map(name => [name, nodeValue(made, after.value(name))])))
    if (!run.ok) return run.reason
    for (const [name, value] of run.values) made.set(after.value(name), value)
    return null
  }

  /** The backward pass over what `pass` put into `made`. */
  private back(after: Pass, made: Rounds['made']): Message | null {
    const { graph } = this.exercise
    const values = new Map([...graph.keys()].map(name => [name, nodeValue(made, after.value(name))]))
    const run = this.backward(values)
    if (!run.ok) return run.reason
    for (const [name, gradient] of run.gradients) made.set(after.gradient(name), gradient)
    return null
  }

  /** The forward pass with other values of some leaves. */
  private forward(moved: Tensors): { ok: true; values: Tensors } | { ok: false; reason: Message } {
    const { graph } = this.exercise
    const leaves = [...graph.values()].filter(isLeaf)
    const fixed = new Map([
      ...leaves.map(({ name }) => [name, nodeValue(this.values, name)] as const),
      ...moved,
    ])
    const { values, faults } = evaluate(graph, this.field, fixed, this.budget)
    const [first] = faults
    if (first === undefined) return { ok: true, values }
    return { ok: false, reason: placed(first.fault) }
  }

  private backward(values: Tensors): { ok: true; gradients: Tensors } | { ok: false; reason: Message } {
    const { graph, upstream } = this.exercise
    const node = upstream?.node ?? this.lossName()
    const gradient = this.seed(node, values)
    const faults: Fault[] = []
    const gradients = backprop(graph, this.field, values, { node, gradient }, this.budget, undefined, fault =>
      faults.push(fault),
    )
    const [first] = faults
    return first === undefined ? { ok: true, gradients } : { ok: false, reason: placed(first) }
  }

  /** The gradient at which the backward pass starts: 1, or what the file gives there, of a given as it is by then. */
  private seed(node: string, values: Tensors): Tensor<Scalar> {
    const { graph, upstream } = this.exercise
    if (upstream === null) return fillTensor(nodeOf(graph, node).shape, this.field.one)
    const [first] = upstream.value
    if (first?.kind === 'node') return nodeValue(values, first.name)
    return nodeValue(this.gradients, node)
  }

  private constant(expr: Expr): { ok: true; value: Scalar } | { ok: false; reason: Message } {
    const run = evaluateExpr(expr, this.field, new Map(), this.budget)
    if (!run.ok) return { ok: false, reason: run.fault.reason }
    return { ok: true, value: run.value.data[0] ?? this.field.zero }
  }

  private lossIn(values: Tensors): Scalar {
    return nodeValue(values, this.lossName()).data[0] ?? this.field.zero
  }

  private lossName(): string {
    const { loss } = this.exercise
    if (loss === null) throw new RangeError('parameters moved without a loss')
    return loss
  }
}

/** The sentence that tells in which round something cannot be worked out. */
function afterRound(target: Exclude<Moving, { kind: 'nudge' }>) {
  if (target.kind === 'update') return 'key.after-update'
  return target.descend.word === 'ascend' ? 'key.after-ascent' : 'key.after-round'
}

function scalar(value: Scalar): Moved {
  return { ok: true, value: tensorOf([], [value]) }
}
