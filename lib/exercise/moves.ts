import type { Scalar, TranscendentalField } from '@/lib/exact/atoms'
import type { Budget } from '@/lib/exact/budget'
import { rational } from '@/lib/exact/rational'
import { fillTensor, mapTensor, type Tensor, tensorOf, zipTensors } from '@/lib/exact/tensor'
import { backprop, type Expr, evaluate, evaluateExpr, type Fault, nodeOf, nodeValue } from '@/lib/network'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { type Descend, type Exercise, type Nudge, paramsOf, type Target } from './exercise'
import { placed } from './placed'

type Tensors = ReadonlyMap<string, Tensor<Scalar>>

export type Moved =
  | { readonly ok: true; readonly value: Tensor<Scalar> }
  | { readonly ok: false; readonly reason: Message }

/** One step of gradient descent: the parameters before and after it. */
interface Round {
  readonly params: Tensors
  readonly predicted: Scalar
  readonly loss: Scalar
  readonly actual: Scalar
}

interface Rounds {
  readonly done: readonly Round[]
  /** Says why the next step has no loss; null where all steps were done. */
  readonly trouble: Message | null
}

/** What happens to the loss when the parameters are moved from the file's own values. */
export class Moves {
  private readonly descents = new Map<Descend, Rounds>()

  constructor(
    private readonly exercise: Exercise,
    private readonly field: TranscendentalField<Scalar>,
    private readonly values: Tensors,
    private readonly gradients: Tensors,
    private readonly budget: Budget,
  ) {}

  answer(target: Extract<Target, { kind: 'nudge' | 'descend' }>): Moved {
    return target.kind === 'nudge' ? this.nudge(target) : this.descend(target)
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

  private descend(target: Extract<Target, { kind: 'descend' }>): Moved {
    const { descend, round, quantity } = target
    let rounds = this.descents.get(descend)
    if (rounds === undefined) {
      rounds = this.descent(descend)
      this.descents.set(descend, rounds)
    }
    const done = rounds.done[round - 1]
    if (done === undefined) {
      if (rounds.trouble === null) throw new RangeError(`no round ${round}`)
      return { ok: false, reason: rounds.trouble }
    }
    if (typeof quantity === 'string') return scalar(done[quantity])
    return { ok: true, value: nodeValue(done.params, quantity.param) }
  }

  private descent(descend: Descend): Rounds {
    const { field } = this
    const constant = this.constant(descend.rate)
    if (!constant.ok) return { done: [], trouble: constant.reason }
    const rate = constant.value
    const done: Round[] = []
    let { values, gradients } = this
    for (let round = 1; round <= descend.rounds; round += 1) {
      let squares = field.zero
      const params = new Map<string, Tensor<Scalar>>()
      for (const { name } of paramsOf(this.exercise.graph)) {
        const gradient = nodeValue(gradients, name)
        for (const g of gradient.data) squares = field.add(squares, field.mul(g, g))
        const step = zipTensors(nodeValue(values, name), gradient, (w, g) => field.sub(w, field.mul(rate, g)))
        params.set(name, step)
      }
      const after = this.forward(params)
      if (!after.ok) return { done, trouble: message('key.after-round', { round, reason: after.reason }) }
      const loss = this.lossIn(after.values)
      const actual = field.sub(loss, this.lossIn(values))
      done.push({ params, predicted: field.neg(field.mul(rate, squares)), loss, actual })
      values = after.values
      if (round === descend.rounds) break
      const back = this.backward(values)
      if (!back.ok) return { done, trouble: message('key.after-round', { round, reason: back.reason }) }
      gradients = back.gradients
    }
    return { done, trouble: null }
  }

  /** The forward pass with other parameters; the givens keep theirs. */
  private forward(params: Tensors): { ok: true; values: Tensors } | { ok: false; reason: Message } {
    const { graph } = this.exercise
    const givens = [...graph.values()].filter(({ role }) => role === 'given')
    const fixed = new Map([
      ...params,
      ...givens.map(({ name }) => [name, nodeValue(this.values, name)] as const),
    ])
    const { values, faults } = evaluate(graph, this.field, fixed, this.budget)
    const [first] = faults
    if (first === undefined) return { ok: true, values }
    return { ok: false, reason: placed(first.fault) }
  }

  private backward(values: Tensors): { ok: true; gradients: Tensors } | { ok: false; reason: Message } {
    const { graph } = this.exercise
    const node = this.lossName()
    const gradient = fillTensor(nodeOf(graph, node).shape, this.field.one)
    const faults: Fault[] = []
    const gradients = backprop(graph, this.field, values, { node, gradient }, this.budget, undefined, fault =>
      faults.push(fault),
    )
    const [first] = faults
    return first === undefined ? { ok: true, gradients } : { ok: false, reason: placed(first) }
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

function scalar(value: Scalar): Moved {
  return { ok: true, value: tensorOf([], [value]) }
}
