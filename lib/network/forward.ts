import type { TranscendentalField } from '@/lib/exact/atoms'
import { type Budget, whereDecided } from '@/lib/exact/budget'
import { sizeOf, type Tensor, tensorOf } from '@/lib/exact/tensor'
import type { Place } from '@/lib/language/place'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { type Expr, namesIn } from './expr'
import type { Graph } from './graph'

/** A value that does not exist on these numbers, and where in the file it was asked for. */
export interface Fault {
  readonly place: Place
  readonly reason: Message
  /** The value depends on a sign or a zero that nothing decides. */
  readonly undecided?: true
}

export type Run<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault }

/** Values of named nodes. */
export type Values<S> = ReadonlyMap<string, Tensor<S>>

/**
 * The value of every item of an expression, from the values of the nodes that it uses; items in `fixed` have the
 * values given there.
 */
export function trace<S>(
  expr: Expr,
  field: TranscendentalField<S>,
  values: Values<S>,
  budget?: Budget,
  fixed?: ReadonlyMap<number, Tensor<S>>,
): Run<Tensor<S>[]> {
  const results: Tensor<S>[] = []
  for (const [place, item] of expr.entries()) {
    // Entries that are only moved cost work too.
    budget?.spend(sizeOf(item.shape))
    const kept = fixed?.get(place)
    if (kept !== undefined) results.push(kept)
    else if (item.kind === 'number') {
      results.push(tensorOf([], [field.fromRational(item.value)]))
    } else if (item.kind === 'node') {
      results.push(nodeValue(values, item.name))
    } else {
      const inputs = item.inputs.map(place => resultAt(results, place))
      const decided = whereDecided(() => item.op.forward(field, inputs, item.settings))
      if (!decided.ok) {
        const reason = message('faults.undecided', { op: item.op.name, reason: decided.reason })
        return { ok: false, fault: { place: item.place, reason, undecided: true } }
      }
      const outcome = decided.value
      if (!outcome.ok) return { ok: false, fault: { place: item.place, reason: outcome.reason } }
      results.push(outcome.value)
    }
  }
  return { ok: true, value: results }
}

/** The value of one expression, from the values of the nodes that it uses. These may be a student's own. */
export function evaluateExpr<S>(
  expr: Expr,
  field: TranscendentalField<S>,
  values: Values<S>,
  budget?: Budget,
): Run<Tensor<S>> {
  const traced = trace(expr, field, values, budget)
  return traced.ok ? { ok: true, value: resultAt(traced.value, expr.length - 1) } : traced
}

export interface Evaluation<S> {
  /** The values of all nodes that have one. A fault leaves out its node and everything computed from it. */
  readonly values: Map<string, Tensor<S>>
  readonly faults: { readonly node: string; readonly fault: Fault }[]
}

/**
 * The forward pass. Nodes in `fixed` have the values given there; `enter` is called with each node before it is
 * computed.
 */
export function evaluate<S>(
  graph: Graph,
  field: TranscendentalField<S>,
  fixed: Values<S> = new Map(),
  budget?: Budget,
  enter?: (node: string) => void,
): Evaluation<S> {
  const evaluation: Evaluation<S> = { values: new Map(fixed), faults: [] }
  for (const { name, expr } of graph.values()) {
    if (fixed.has(name) || !namesIn(expr).every(used => evaluation.values.has(used))) continue
    enter?.(name)
    const run = evaluateExpr(expr, field, evaluation.values, budget)
    if (run.ok) evaluation.values.set(name, run.value)
    else evaluation.faults.push({ node: name, fault: run.fault })
  }
  return evaluation
}

/** The value of a node; a missing one is the caller's bug. */
export function nodeValue<S>(values: Values<S>, name: string): Tensor<S> {
  const value = values.get(name)
  if (value === undefined) throw new RangeError(`no value of ${name}`)
  return value
}

export function resultAt<S>(results: readonly Tensor<S>[], place: number): Tensor<S> {
  const result = results[place]
  if (result === undefined) throw new RangeError(`result ${place} of ${results.length}`)
  return result
}
