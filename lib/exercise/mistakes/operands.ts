import { sameShape, type Tensor } from '@/lib/exact/tensor'
import { type MistakeId, namesIn, outermost, trace, type Wrong, wrong } from '@/lib/network'
import type { About, GradientAbout, Pass } from '../derivation/quantity'
import type { ExerciseNode } from '../exercise'
import { type Back, summed, withFlow } from './back'
import { valuesOf } from './forward'
import type { Numbers } from './numbers'

interface Taken<S> {
  readonly mistake: MistakeId
  readonly value: Tensor<S> | null
}

/** The right rule applied to a wrong quantity: another weight, another vector, or the same from another moment. */
export function operandMistakes<S>(
  { node, pass }: GradientAbout,
  backs: readonly Back<S>[],
  numbers: Numbers<S>,
): Wrong<S>[] {
  const { graph } = numbers.derivation.exercise
  const found: Wrong<S>[] = []
  for (const [nth, { consumer, flow }] of backs.entries()) {
    const replace = (mistake: MistakeId, values: Flow<S>): void => {
      const sum = summed(node.name, withFlow(backs, nth, { values }), numbers)
      if (sum !== null) found.push(wrong(mistake, sum))
    }
    for (const name of namesIn(consumer.expr)) {
      const operand = graph.get(name)
      const right = flow.values.get(name)
      if (operand === undefined || right === undefined) continue
      const takes = [
        ...(name === node.name ? [] : weights(operand, pass, numbers)),
        ...(name === node.name ? [] : inputs(operand, node, consumer, pass, numbers)),
        ...stale(operand, pass, numbers),
      ]
      for (const { mistake, value } of takes) {
        if (value === null || !sameShape(value.shape, right.shape)) continue
        replace(mistake, new Map(flow.values).set(name, value))
      }
    }
    if (pass.before !== null) {
      const all = new Map(flow.values)
      for (const name of namesIn(consumer.expr)) {
        const value = graph.get(name)?.role === 'param' ? null : numbers.of(pass.before.value(name))
        if (value !== null) all.set(name, value)
      }
      replace('stale-forward', all)
    }
  }
  return found
}

type Flow<S> = ReadonlyMap<string, Tensor<S>>

/** Whether a quantity is what an update makes of a parameter that has its value of this pass before. */
function isUpdateOf(about: About, name: string, pass: Pass): boolean {
  return about.kind === 'updated' && about.line.name === name && about.before === pass.value(name)
}

/**
 * What a student may take for a weight: its gradient, the weight after a step of descent, or a weight of another
 * layer.
 */
function weights<S>(operand: ExerciseNode, pass: Pass, numbers: Numbers<S>): Taken<S>[] {
  if (operand.role !== 'param') return []
  const { exercise, quantities } = numbers.derivation
  const own = pass.value(operand.name)
  const gradient = pass.gradient(operand.name)
  const found: Taken<S>[] = []
  numbers.budget?.spend(quantities.size)
  if (quantities.has(gradient)) found.push({ mistake: 'grad-for-weight', value: numbers.of(gradient) })
  for (const { id, about } of quantities.values()) {
    if ((about.kind === 'descended' && about.from === own) || isUpdateOf(about, operand.name, pass)) {
      found.push({ mistake: 'updated-weights', value: numbers.of(id) })
    }
  }
  for (const other of exercise.graph.values()) {
    if (other.role === 'param' && other.name !== operand.name && sameShape(other.shape, operand.shape)) {
      found.push({ mistake: 'wrong-layer', value: numbers.of(pass.value(other.name)) })
    }
  }
  return found
}

/** What a student may take for a layer's input: the input before its activation, or the layer's own output. */
function inputs<S>(
  operand: ExerciseNode,
  asked: ExerciseNode,
  layer: ExerciseNode,
  pass: Pass,
  numbers: Numbers<S>,
): Taken<S>[] {
  if (asked.role !== 'param' || operand.role === 'param') return []
  const outputs = [layer, ...activationsOf(layer, numbers)].map(
    ({ name }): Taken<S> => ({ mistake: 'output-for-input', value: numbers.of(pass.value(name)) }),
  )
  return [{ mistake: 'preactivation-input', value: preactivation(operand, pass, numbers) }, ...outputs]
}

/** The input of a node that is an activation; null for other nodes. */
function preactivation<S>(node: ExerciseNode, pass: Pass, numbers: Numbers<S>): Tensor<S> | null {
  const root = outermost(node.expr)
  if (root?.op.vjpByOutput === undefined) return null
  const values = valuesOf(node, pass, numbers)
  if (values === null) return null
  const traced = trace(node.expr, numbers.field, values, numbers.budget)
  return traced.ok ? (traced.value[root.inputs[0] ?? 0] ?? null) : null
}

/** The nodes that are an activation of this one and nothing more. */
export function activationsOf<S>({ name }: ExerciseNode, numbers: Numbers<S>): ExerciseNode[] {
  return [...numbers.derivation.exercise.graph.values()].filter(({ expr }) => {
    const root = outermost(expr)
    if (root?.op.vjpByOutput === undefined) return false
    const [input] = root.inputs
    const below = expr[input ?? -1]
    return below?.kind === 'node' && below.name === name
  })
}

/** The forward value from before the parameters moved. */
function stale<S>(operand: ExerciseNode, pass: Pass, numbers: Numbers<S>): Taken<S>[] {
  if (pass.before === null || operand.role === 'param') return []
  return [{ mistake: 'stale-forward', value: numbers.of(pass.before.value(operand.name)) }]
}
