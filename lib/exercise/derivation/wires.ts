import { fillTensor, mapTensor, type Tensor, tensorOf, zipTensors } from '@/lib/exact/tensor'
import { arrivals, type Expr, namesIn, nodeOf, outermost } from '@/lib/network'
import { countedWires } from '../circuit'
import { entryAt, placeAt } from '../entry'
import type { Exercise, ExerciseNode } from '../exercise'
import { type Wire, wireId } from '../wire'
import type { About, Pass, Quantity, Rule } from './quantity'
import { gradientRule, valuesFor } from './rules'

type Made = Omit<Quantity, 'order'>

/** Whether the slope of what an expression ends with can be told by its value. */
export function toldByOutput(expr: Expr): boolean {
  return outermost(expr)?.op.vjpByOutput !== undefined
}

/**
 * What comes back on each of several wires of a node in circuits, then its gradient, which is their sum; none of a node without such
 * wires. `consumers` use the node on the way to where the backward pass starts.
 */
export function wiredQuantities(
  exercise: Exercise,
  node: ExerciseNode,
  consumers: readonly ExerciseNode[],
  pass: Pass,
): Made[] {
  const wires = countedWires(exercise, node.name).filter(({ into }) =>
    consumers.some(({ name }) => name === into),
  )
  if (wires.length === 0) return []
  const apart = wires.map((wire): Made => {
    const into = nodeOf(exercise.graph, wire.into)
    return {
      id: wireId(wire),
      shape: [],
      rule: wireRule(wire, into, pass, false),
      others: toldByOutput(into.expr) ? [wireRule(wire, into, pass, true)] : [],
      about: { kind: 'wire', wire, node, into, pass },
    }
  })
  const rest = consumers.filter(consumer => usesBeside(consumer, node.name, wires))
  const ruled = (byOutput: boolean): Rule =>
    sumRule(node, wires, rest.length === 0 ? null : gradientRule(node, rest, pass, byOutput, wires))
  const about: About = { kind: 'gradient', node, pass, consumers, wires }
  const others = rest.some(({ expr }) => toldByOutput(expr)) ? [ruled(true)] : []
  return [...apart, { id: pass.gradient(node.name), shape: node.shape, rule: ruled(false), others, about }]
}

/** Whether a node uses another one where no wire of its own is. */
function usesBeside({ name, expr }: ExerciseNode, used: string, wires: readonly Wire[]): boolean {
  return expr.some((item, place) => {
    if (item.kind !== 'node' || item.name !== used) return false
    return !wires.some(wire => wire.into === name && wire.place === place)
  })
}

/** What comes back on one wire: the chain rule through the one operation. With `byOutput`, its slope is told by its value. */
function wireRule(wire: Wire, into: ExerciseNode, pass: Pass, byOutput: boolean): Rule {
  const { name, expr } = into
  const inputs = [pass.gradient(name), ...namesIn(expr).map(used => pass.value(used))]
  return {
    inputs: [...new Set(byOutput ? [...inputs, pass.value(name)] : inputs)],
    compute: (field, of, budget) => {
      const flow = {
        expr,
        values: valuesFor(expr, pass, of),
        upstream: of(pass.gradient(name)),
        output: byOutput ? of(pass.value(name)) : undefined,
      }
      const arrival = arrivals(field, flow, budget).find(({ place }) => place === wire.place)
      return arrival === undefined ? null : entryAt(arrival.part, wire.index)
    },
  }
}

/**
 * A gradient as the sum of what comes back on its wires; `rest` is the rule for the uses that are no such wires, null where there
 * are none.
 */
function sumRule(node: ExerciseNode, wires: readonly Wire[], rest: Rule | null): Rule {
  return {
    inputs: [...new Set([...wires.map(wireId), ...(rest?.inputs ?? [])])],
    compute: (field, of, budget) => {
      const start = rest === null ? null : rest.compute(field, of, budget)
      if (rest !== null && start === null) return null
      let sum = start
      for (const wire of wires) {
        const part = spread(of(wireId(wire)), wire, node, field.zero)
        sum = sum === null ? part : zipTensors(sum, part, field.add)
      }
      return sum
    },
  }
}

/** What arrives at one entry, in the shape of the whole node. */
function spread<S>(part: Tensor<S>, { index }: Wire, { shape }: ExerciseNode, zero: S): Tensor<S> {
  if (index === null) return tensorOf(shape, part.data)
  const place = placeAt(shape, index)
  return mapTensor(fillTensor(shape, zero), (empty, at) => (at === place ? (part.data[0] ?? empty) : empty))
}
