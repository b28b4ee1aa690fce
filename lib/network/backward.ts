import type { TranscendentalField } from '@/lib/exact/atoms'
import type { Budget } from '@/lib/exact/budget'
import { fillTensor, sizeOf, type Tensor } from '@/lib/exact/tensor'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { addTensors } from './accumulator'
import { type Applied, type Expr, itemAt, touches } from './expr'
import { type Fault, nodeValue, type Run, resultAt, trace, type Values } from './forward'
import { consumersOf, type Graph, nodeOf } from './graph'
import type { Op, Pass } from './op'

/** Gradients of named nodes, each in its node's own shape. */
export type Gradients<S> = ReadonlyMap<string, Tensor<S>>

/** What flows back from one expression; the two last are for rules that are not the expression's own. */
export interface Flow<S> {
  readonly expr: Expr
  readonly values: Values<S>
  /** The gradient that arrives at the expression's value. */
  readonly upstream: Tensor<S>
  /** The node that is asked about: what is sent to others only is not worked out. Left out where all of them are. */
  readonly to?: string
  /** The forward pass of the expression on these values, where it was made already. */
  readonly traced?: Run<Tensor<S>[]> | undefined
  /** Somebody's own value of the expression. Where the slope can be told by the output, it is told by this one. */
  readonly output?: Tensor<S> | undefined
  /** Is called for an op that has no slope on these numbers; then nothing arrives. */
  readonly fault?: ((fault: Fault) => void) | undefined
  /** Is called for each op on the way back, and may replace what the op sends into its inputs. */
  readonly at?: (
    place: number,
    item: Applied,
    pass: Pass<S>,
    sent: readonly Tensor<S>[],
  ) => readonly Tensor<S>[]
}

/** What arrives at one use of a node in an expression. */
export interface Arrival<S> {
  readonly name: string
  /** The use, as a place in the expression. */
  readonly place: number
  readonly part: Tensor<S>
}

/**
 * What a gradient at the value of an expression sends to each use of a node in it. The other nodes are held still: this
 * is the local step of the chain rule. Nothing where the expression has no value.
 */
export function arrivals<S>(field: TranscendentalField<S>, flow: Flow<S>, budget?: Budget): Arrival<S>[] {
  const { expr, values, upstream, output, fault, at, to } = flow
  const traced = flow.traced ?? trace(expr, field, values, budget)
  // The file's own values were found without a fault before anyone asked for a gradient; a student's values may bring
  // one.
  if (!traced.ok) return []
  const found: Arrival<S>[] = []
  const wanted = touches(expr, to === undefined ? undefined : new Set([to]))
  const root = expr.length - 1
  const gradients = new Map<number, Tensor<S>>([[root, upstream]])
  for (let place = root; place >= 0; place -= 1) {
    const gradient = gradients.get(place)
    gradients.delete(place)
    const item = itemAt(expr, place)
    if (gradient === undefined || item.kind === 'number') continue
    if (item.kind === 'node') {
      if (!wanted[place]) continue
      found.push({ name: item.name, place, part: gradient })
      continue
    }
    if (!item.inputs.some(used => wanted[used])) continue
    budget?.spend(item.inputs.reduce((work, used) => work + sizeOf(itemAt(expr, used).shape), 0))
    const inputs = item.inputs.map(used => resultAt(traced.value, used))
    const told = place === root && output !== undefined && item.op.vjpByOutput !== undefined
    const pass = {
      inputs,
      output: told ? output : resultAt(traced.value, place),
      upstream: gradient,
      settings: item.settings,
      wanted: item.inputs.map(used => wanted[used] === true),
    }
    const right = told ? byOutput(field, item.op, pass) : byInputs(field, item.op, pass)
    if (!right.ok) {
      fault?.({ place: item.place, reason: right.reason })
      return []
    }
    const sent = at?.(place, item, pass, right.value) ?? right.value
    for (const [nth, used] of item.inputs.entries()) {
      if (wanted[used]) accumulate(field, gradients, used, resultAt(sent, nth))
    }
  }
  return found.reverse()
}

type Sent<S> =
  | { readonly ok: true; readonly value: readonly Tensor<S>[] }
  | { readonly ok: false; readonly reason: Message }

function byInputs<S>(field: TranscendentalField<S>, op: Op, pass: Pass<S>): Sent<S> {
  const reason = op.noSlope?.(field, pass.inputs) ?? null
  return reason === null ? { ok: true, value: op.vjp(field, pass) } : { ok: false, reason }
}

function byOutput<S>(field: TranscendentalField<S>, op: Op, pass: Pass<S>): Sent<S> {
  const part = op.vjpByOutput?.(field, pass) ?? null
  return part === null
    ? { ok: false, reason: message('faults.no-slope-at-output') }
    : { ok: true, value: [part] }
}

/**
 * What a gradient at the value of `expr` sends to each node that the expression uses, summed over the node's uses
 * there.
 */
export function pullback<S>(
  expr: Expr,
  field: TranscendentalField<S>,
  values: Values<S>,
  upstream: Tensor<S>,
  budget?: Budget,
  fault?: (fault: Fault) => void,
): Map<string, Tensor<S>> {
  const arriving = new Map<string, Tensor<S>>()
  // Uses are summed from the last to the first, as the pass meets them, so that the order is the same whoever asks.
  for (const { name, part } of arrivals(field, { expr, values, upstream, fault }, budget).reverse()) {
    accumulate(field, arriving, name, part)
  }
  return arriving
}

/**
 * The backward pass: the gradient of every node, from one gradient given at `seed`. A node that is used several times
 * gets the sum; one that `seed` does not depend on gets zeros. `fault` is called for slopes that do not exist;
 * gradients behind them then mean nothing.
 */
export function backprop<S>(
  graph: Graph,
  field: TranscendentalField<S>,
  values: Values<S>,
  seed: { readonly node: string; readonly gradient: Tensor<S> },
  budget?: Budget,
  enter?: (node: string) => void,
  fault?: (fault: Fault) => void,
): Map<string, Tensor<S>> {
  const arriving = new Map<string, Tensor<S>>([[seed.node, seed.gradient]])
  for (const node of [...graph.values()].reverse()) {
    const gradient = arriving.get(node.name)
    if (gradient === undefined) continue
    enter?.(node.name)
    for (const [name, part] of pullback(node.expr, field, values, gradient, budget, fault)) {
      accumulate(field, arriving, name, part)
    }
  }
  return new Map(
    [...graph.values()].map(({ name, shape }) => [name, arriving.get(name) ?? fillTensor(shape, field.zero)]),
  )
}

/**
 * The gradient of one node from the values of named nodes and the gradients of the nodes that use it. These may be a
 * student's own. It is not for the node at which the backward pass starts.
 */
export function gradientFrom<S>(
  graph: Graph,
  field: TranscendentalField<S>,
  name: string,
  values: Values<S>,
  gradients: Gradients<S>,
  budget?: Budget,
): Tensor<S> {
  let sum = fillTensor(nodeOf(graph, name).shape, field.zero)
  for (const consumer of consumersOf(graph).get(name) ?? []) {
    const upstream = nodeValue(gradients, consumer)
    const part = pullback(nodeOf(graph, consumer).expr, field, values, upstream, budget).get(name)
    if (part !== undefined) sum = addTensors(field, sum, part)
  }
  return sum
}

function accumulate<S, K>(
  field: TranscendentalField<S>,
  sums: Map<K, Tensor<S>>,
  to: K,
  part: Tensor<S>,
): void {
  const sum = sums.get(to)
  sums.set(to, sum === undefined ? part : addTensors(field, sum, part))
}
