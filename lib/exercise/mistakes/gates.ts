import { mapTensor, sameShape, type Tensor } from '@/lib/exact/tensor'
import { itemAt, namesIn, outermost, trace, type Wrong, wrong } from '@/lib/network'
import type { GradientAbout, Pass } from '../derivation/quantity'
import type { ExerciseNode } from '../exercise'
import { type Back, summed, withFlow } from './back'
import { valuesOf } from './forward'
import type { Numbers } from './numbers'
import { activationsOf } from './operands'

/** A gate in the wrong place: applied to a gradient too early, or to the layer's input. */
export function gateMistakes<S>(
  { node, pass }: GradientAbout,
  backs: readonly Back<S>[],
  numbers: Numbers<S>,
): Wrong<S>[] {
  const early = maskEarly(node, pass, numbers)
  return [...(early === null ? [] : [wrong('mask-early', early)]), ...maskInput(node, pass, backs, numbers)]
}

/** dL/dh with the gate of h = relu(z) applied already. */
function maskEarly<S>(node: ExerciseNode, pass: Pass, numbers: Numbers<S>): Tensor<S> | null {
  const root = outermost(node.expr)
  if (!root?.op.gate) return null
  const right = numbers.of(pass.gradient(node.name))
  const values = valuesOf(node, pass, numbers)
  if (right === null || values === null) return null
  const { field, budget } = numbers
  const traced = trace(node.expr, field, values, budget)
  const z = traced.ok ? traced.value[root.inputs[0] ?? -1] : undefined
  const output = traced.ok ? traced.value.at(-1) : undefined
  if (z === undefined || output === undefined) return null
  return root.op.vjp(field, { inputs: [z], output, upstream: right, settings: root.settings })[0] ?? null
}

/** dW = G x^T where the units that are off shut entries of x instead of entries of G. */
function maskInput<S>(
  node: ExerciseNode,
  pass: Pass,
  backs: readonly Back<S>[],
  numbers: Numbers<S>,
): Wrong<S>[] {
  if (node.role !== 'param') return []
  const { field, derivation } = numbers
  const found: Wrong<S>[] = []
  for (const [nth, { consumer, flow }] of backs.entries()) {
    if (!multiplied(consumer, node.name)) continue
    const gates = activationsOf(consumer, numbers).filter(({ expr }) => outermost(expr)?.op.gate)
    const z = numbers.of(pass.value(consumer.name))
    if (z === null) continue
    for (const gate of gates) {
      const ungated = numbers.of(pass.gradient(gate.name))
      const upstreams = [flow.upstream, ungated].filter(
        upstream => upstream !== null && sameShape(upstream.shape, flow.upstream.shape),
      )
      for (const name of namesIn(consumer.expr)) {
        const x = flow.values.get(name)
        if (name === node.name || x === undefined || !multiplied(consumer, name)) continue
        if (derivation.exercise.graph.get(name)?.role === 'param') continue
        const masked = mapTensor(x, (entry, at) => {
          const unit = z.data[at]
          return unit !== undefined && field.sign(unit) <= 0 ? field.zero : entry
        })
        for (const upstream of upstreams) {
          if (upstream === null) continue
          const values = new Map(flow.values).set(name, masked)
          const sum = summed(node.name, withFlow(backs, nth, { values, upstream }), numbers)
          if (sum !== null) found.push(wrong('mask-input', sum))
        }
      }
    }
  }
  return found
}

/** Whether the node itself is a factor of a product in the expression. */
function multiplied({ expr }: ExerciseNode, name: string): boolean {
  return expr.some(
    item =>
      item.kind === 'apply' &&
      (item.op.name === 'matmul' || item.op.name === 'multiply') &&
      item.inputs.some(place => {
        const operand = itemAt(expr, place)
        return operand.kind === 'node' && operand.name === name
      }),
  )
}
